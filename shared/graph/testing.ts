/** Documents written down briefly; for tests alone. */
import { emptyDocument } from '../document/create'
import type { Block, Document, Edge, Network, ParamValue } from '../document/schema'
import { createAnalyser, type Analysis } from './analyse'
import type { Edit } from './edits/edit'
import { applyEdits } from './edits/apply'
import { isError } from './problem'

/** `[type, params]`, and beside them what a block may have. */
export type BriefBlock = readonly [
  type: string,
  params?: Readonly<Record<string, ParamValue>>,
  more?: Partial<Pick<Block, 'name' | 'frozen' | 'weightsOf'>>
]

/**
 * Blocks by id, and edges as `'a-1 > b-1'`, or `'a-1:state > b-1:query'` where the ports are not `out` and `in`;
 * `'a-1 > b-1 > c-1'` is two. A block is called by its id unless it has a name.
 */
export function network(blocks: Readonly<Record<string, BriefBlock>>, ...wires: readonly string[]): Network {
  return {
    name: 'net',
    blocks: Object.fromEntries(
      Object.entries(blocks).map(([id, [type, params = {}, more]]) => [
        id,
        { type, name: id, params, ...more }
      ])
    ),
    edges: wires.flatMap(edgesOf)
  }
}

export function edgesOf(wire: string): readonly Edge[] {
  const stops = wire.split('>').map(stop => stop.trim())
  return stops.slice(1).map((stop, i) => {
    const [from = '', output = 'out'] = (stops[i] ?? '').split(':')
    const [to = '', input = 'in'] = stop.split(':')
    return { from: { block: from, port: output }, to: { block: to, port: input } }
  })
}

export function documentOf(
  root: Network,
  more: Partial<Pick<Document, 'data' | 'training'>> & {
    readonly definitions?: Readonly<Record<string, Network>>
  } = {}
): Document {
  const { definitions = {}, ...rest } = more
  const empty = emptyDocument('doc-test', 'test')
  return { ...empty, networks: { ...definitions, [empty.root]: root }, ...rest }
}

export const digits: Document['data'] = {
  source: 'mnist',
  split: { train: 7000, validation: 1000, test: 2000, seed: 1 }
}

export const analyseOnce = (document: Document): Analysis => createAnalyser()(document)

/** `error missing-input dense-1`, for each problem. */
export function briefly({ problems }: Analysis): readonly string[] {
  return problems.map(({ severity, code, place }) =>
    [severity, code, place.block, place.port, place.param].filter(part => part !== undefined).join(' ')
  )
}

export function errorsOf(analysis: Analysis): readonly string[] {
  return analysis.problems.filter(isError).map(problem => problem.message)
}

export function edited(document: Document, ...edits: readonly Edit[]): Document {
  const result = applyEdits(document, edits)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
