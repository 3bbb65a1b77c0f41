import type { Hint, LayerBlock, Mistake } from '../blocks/block'
import { insOf } from '../blocks/ins'
import { readParams, type AnyValues } from '../blocks/params'
import { blockOf, labelOf } from '../blocks/registry'
import { groupParams } from '../blocks/structural'
import { sameType, shapeText, type TensorType } from '../blocks/tensor-type'
import type { Weight } from '../blocks/weights'
import type { Block, BlockId, Edge, NetworkId } from '../document/schema'
import type { GraphAnalysis } from './analyse'
import { fixFor } from './fixes'
import type { Ports } from './ports'
import type { Place, Problem } from './problem'

/** What is known of one block once all before it are known. */
export interface BlockAnalysis {
  readonly values: AnyValues | null
  /** Types at each input port; `null` where what comes in is not known because of a problem before it. */
  readonly inTypes: Readonly<Record<string, readonly (TensorType | null)[]>>
  /** By output port; empty while unknown. */
  readonly outTypes: Readonly<Record<string, TensorType>>
  readonly weights: readonly Weight[]
  readonly problems: readonly Problem[]
  /** What is inside a group, for the types that it is given here. */
  readonly inside?: GraphAnalysis
}

/** All that the outcome for one block depends on: the key of its memo. */
export interface BlockQuestion {
  readonly network: NetworkId
  readonly id: BlockId
  readonly block: Block
  readonly ports: Ports
  readonly edges: readonly Edge[]
  /** The type that each of `edges` brings. */
  readonly types: readonly (TensorType | null)[]
  /** For a group input: what the instance is given. */
  readonly given: TensorType | null
  readonly inside: GraphAnalysis | undefined
  /** For a block of unknown type: the edges that lead past it, where there are such. */
  readonly bypass: readonly Edge[] | null
}

const UNKNOWN = { values: null, inTypes: {}, outTypes: {}, weights: [] }

/** Parameters, ports and types of one block, and what is wrong with them. */
export function checkBlock(question: BlockQuestion): BlockAnalysis {
  const { block, ports, edges, given, inside } = question
  const place: Place = { network: question.network, block: question.id }
  const spec = blockOf(block.type)
  if (!spec)
    return {
      ...UNKNOWN,
      problems: [
        {
          code: 'unknown-type',
          severity: 'error',
          place,
          message: `“${block.name}” is of the type ${block.type}, which this version does not know. It is kept as it is; remove it, or open the file with a newer version.`,
          ...(question.bypass && {
            fix: fixFor.bypass(question.network, question.id, block.name, question.bypass)
          })
        }
      ]
    }

  const problems: Problem[] = []
  const read = readParams(spec.params, block.params)
  if (!read.ok)
    for (const mistake of read.error)
      problems.push({
        code: 'param',
        severity: 'error',
        place: { ...place, param: mistake.param },
        message: `${mistake.message}.`,
        fix: fixFor.setParam(question.network, question.id, mistake.param, mistake.nearest, spec.params)
      })
  // A group without a definition has no ports to speak of.
  if (spec.kind !== 'group' || inside) problems.push(...portProblems(question, place))
  const inTypes = Object.fromEntries(
    ports.in.map(({ id }) => [id, question.types.filter((_, i) => edges[i]?.to.port === id)])
  )
  if (!read.ok || problems.some(p => p.severity === 'error'))
    return { ...UNKNOWN, values: read.ok ? read.value : null, inTypes, problems }

  const values = read.value
  const known = { values, inTypes, weights: [], problems }
  switch (spec.kind) {
    case 'input':
      return { ...known, outTypes: { out: spec.typeOf(values) } }
    case 'group-input':
      return { ...known, outTypes: given ? { out: given } : {} }
    case 'output':
    case 'group-output':
      return { ...known, outTypes: {} }
    case 'group':
      return checkGroup(question, place, known, inside)
    case 'layer':
      return checkLayer(question, place, known, spec)
  }
}

type Known = Omit<BlockAnalysis, 'values' | 'outTypes'> & { readonly values: AnyValues }

function checkLayer(question: BlockQuestion, place: Place, known: Known, spec: LayerBlock): BlockAnalysis {
  const { values } = known
  const arriving: Record<string, readonly TensorType[]> = {}
  for (const [port, types] of Object.entries(known.inTypes)) {
    if (!types.every(t => t !== null)) return { ...known, outTypes: {} }
    arriving[port] = types
  }
  const given = insOf(spec, arriving)
  const inferred = spec.infer(given, values)
  if (!inferred.ok) {
    const problems = [...known.problems, mistakeProblem(question, place, inferred.error)]
    return { ...known, outTypes: {}, problems }
  }
  const ports = spec.outputs?.(values) ?? ['out']
  return {
    ...known,
    outTypes: Object.fromEntries(
      ports.flatMap((port, i) => (inferred.value[i] ? [[port, inferred.value[i]]] : []))
    ),
    weights: spec.weights?.(given, values) ?? []
  }
}

function checkGroup(
  question: BlockQuestion,
  place: Place,
  known: Known,
  inside: GraphAnalysis | undefined
): BlockAnalysis {
  const { network, repeat } = groupParams(known.values)
  if (!inside)
    return {
      ...known,
      outTypes: {},
      problems: [
        ...known.problems,
        {
          code: 'no-definition',
          severity: 'error',
          place: { ...place, param: 'network' },
          message: `“${question.block.name}” uses the group “${network}”, which this document does not have: choose one that it has.`
        }
      ]
    }
  const outTypes = Object.fromEntries([...inside.outputs].flatMap(([port, t]) => (t ? [[port, t]] : [])))
  const problems = [...known.problems]
  if (repeat > 1) {
    const ins = Object.values(known.inTypes).map(([t]) => t)
    const outs = [...inside.outputs.values()]
    const fits = ins.length === outs.length && ins.every((t, i) => !t || !outs[i] || sameType(t, outs[i]))
    if (!fits)
      problems.push({
        code: 'repeat',
        severity: 'error',
        place: { ...place, param: 'repeat' },
        message: `“${question.block.name}” is repeated ${repeat} times, so it must give what it takes; it takes ${typesText(ins)} and gives ${typesText(outs)}.`,
        fix: fixFor.setParam(question.network, question.id, 'repeat', 1, { repeat: { label: 'Repeat' } })
      })
  }
  return { ...known, outTypes, problems, inside }
}

const typesText = (types: readonly (TensorType | null | undefined)[]): string =>
  types.map(t => (t ? shapeText(t.shape) : 'something unknown')).join(', ') || 'nothing'

function portProblems({ network, block, ports, edges }: BlockQuestion, place: Place): Problem[] {
  const problems: Problem[] = []
  const label = labelOf(block.type)
  const strange = new Set(edges.map(edge => edge.to.port))
  for (const { id } of ports.in) strange.delete(id)
  for (const port of strange)
    problems.push({
      code: 'no-port',
      severity: 'error',
      place: { ...place, port },
      message: `${label} has no input “${port}”; it has ${ports.in.map(p => p.label).join(', ') || 'none'}.`,
      fix: fixFor.disconnect(
        network,
        edges.filter(edge => edge.to.port === port)
      )
    })
  for (const port of ports.in) {
    const arriving = edges.filter(edge => edge.to.port === port.id)
    const which = ports.in.length > 1 ? ` at “${port.label}”` : ''
    if (arriving.length === 0 && port.arity !== 'optional')
      problems.push({
        code: 'missing-input',
        severity: 'error',
        place: { ...place, port: port.id },
        message: `“${block.name}” gets nothing${which}: connect a block to it.`
      })
    const surplus = arriving.at(-1)
    if (arriving.length > 1 && port.arity !== 'many' && surplus)
      problems.push({
        code: 'surplus-input',
        severity: 'error',
        place: { ...place, port: port.id },
        message: `“${block.name}” takes one edge${which}, but gets ${arriving.length}. Add or Concatenate joins several into one.`,
        fix: fixFor.disconnect(network, [surplus])
      })
  }
  return problems
}

function mistakeProblem(question: BlockQuestion, place: Place, mistake: Mistake): Problem {
  const hint: Hint | undefined = mistake.hints?.[0]
  return {
    code: 'types',
    severity: 'error',
    place: { ...place, ...(mistake.port !== undefined && { port: mistake.port }) },
    message: mistake.message,
    ...(hint && { fix: fixFor.hint(question, hint) }),
    ...(mistake.why && { why: mistake.why }),
    ...(mistake.expected !== undefined && { expected: mistake.expected })
  }
}
