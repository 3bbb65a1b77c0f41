import { insOf } from '../blocks/ins'
import { readParams } from '../blocks/params'
import { blockOf } from '../blocks/registry'
import { groupParams } from '../blocks/structural'
import type { TensorType } from '../blocks/tensor-type'
import type { Block, Document } from '../document/schema'
import { analyseInstance } from './analyse'
import { definitionOf, portBlocks, portsOf } from './ports'
import { isError } from './problem'
import { outputMisfit } from './rules/output-misfit'

/** The types at each input port, `null` where one is not known. */
export type Arriving = Readonly<Record<string, readonly (TensorType | null)[]>>

/**
 * Why a block can't take `type` at `port` beside what arrives at it, in words; `null` where it can, and where that
 * can't be known yet. At a port that takes one thing it stands in place of what is there.
 */
export function takes(
  document: Document,
  block: Block,
  arriving: Arriving,
  port: string,
  type: TensorType
): string | null {
  const spec = blockOf(block.type)
  const read = spec && readParams(spec.params, block.params)
  if (!spec || !read?.ok) return null
  switch (spec.kind) {
    case 'output': {
      const misfit = outputMisfit(document, block.name, read.value, type)
      return misfit && `${misfit.message}.`
    }
    case 'layer': {
      const types = filled(document, block, arriving, port, type)
      const inferred = types && spec.infer(insOf(spec, types), read.value)
      if (!inferred || inferred.ok) return null
      const { message, port: at = port } = inferred.error
      if (at === port) return message
      // Another port that waits was given the same: what is said of it holds here.
      return (arriving[at] ?? []).length === 0 ? message.replaceAll(`“${at}”`, `“${port}”`) : null
    }
    case 'group': {
      const inside = instance(document, block, { ...arriving, [port]: [type] })
      const problems = inside ? [...inside.blocks.values()].flatMap(({ problems }) => problems) : []
      return problems.find(problem => problem.code === 'types' && isError(problem))?.message ?? null
    }
    default:
      return null
  }
}

/** What a block gives for what arrives, by output port; nothing while that is not known. */
export function given(
  document: Document,
  block: Block,
  arriving: Arriving = {}
): Readonly<Record<string, TensorType>> {
  const spec = blockOf(block.type)
  const read = spec && readParams(spec.params, block.params)
  if (!spec || !read?.ok) return {}
  switch (spec.kind) {
    case 'input':
      return { out: spec.typeOf(read.value) }
    case 'layer': {
      const [port] = portsOf(document, block).in
      const type = port && arriving[port.id]?.[0]
      const types = type && filled(document, block, arriving, port.id, type)
      const inferred = types && spec.infer(insOf(spec, types), read.value)
      if (!inferred?.ok) return {}
      const outs = portsOf(document, block).out
      return Object.fromEntries(
        outs.flatMap(({ id }, i) => (inferred.value[i] ? [[id, inferred.value[i]]] : []))
      )
    }
    case 'group': {
      const outputs = instance(document, block, arriving)?.outputs ?? new Map<string, TensorType | null>()
      return Object.fromEntries([...outputs].flatMap(([id, type]) => (type ? [[id, type]] : [])))
    }
    default:
      return {}
  }
}

/**
 * All that would stand at the ports; `null` where some of it is not known. A port that waits for something is taken
 * to get the same, so that the others can be asked.
 */
function filled(
  document: Document,
  block: Block,
  arriving: Arriving,
  port: string,
  type: TensorType
): Readonly<Record<string, readonly TensorType[]>> | null {
  const types: Record<string, readonly TensorType[]> = {}
  for (const { id, arity } of portsOf(document, block).in) {
    const there = arriving[id] ?? []
    const all =
      id === port
        ? arity === 'many'
          ? [...there, type]
          : [type]
        : there.length === 0 && arity !== 'optional'
          ? [type]
          : there
    if (!all.every(one => one !== null)) return null
    types[id] = all
  }
  return types
}

function instance(document: Document, block: Block, arriving: Arriving) {
  const definition = definitionOf(document, block)
  if (!definition) return null
  const { network } = groupParams({ network: '', repeat: 1, ...block.params })
  const types = portBlocks(definition, 'groupInput').map(([port]) => arriving[port]?.[0] ?? null)
  return analyseInstance(document, network, types)
}
