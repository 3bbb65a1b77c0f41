import type { Param } from '../blocks/params'
import { blockOf, labelOf } from '../blocks/registry'
import { shapeText } from '../blocks/tensor-type'
import { findDataset } from '../datasets/registry'
import type { Block, Document, Edge, Network, NetworkId, ParamValue } from '../document/schema'
import { optimizerOf } from '../training/optimizers'
import { same } from './edits/same'

/** Something that one document has otherwise than another: `Dense 1: Units 512 → 128`. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly words: string
}

/**
 * What is different in `after`, in the order in which people look: blocks, connections, data, settings of the
 * training. Names and places of blocks make no difference to what is learned, and are left out.
 */
export function differences(before: Document, after: Document): readonly Difference[] {
  return [
    ...Object.keys({ ...before.networks, ...after.networks }).flatMap(id => inNetwork(before, after, id)),
    ...inData(before, after),
    ...inTraining(before.training, after.training)
  ]
}

function inNetwork(before: Document, after: Document, id: NetworkId): readonly Difference[] {
  const [old, now] = [before.networks[id], after.networks[id]]
  if (old === now) return []
  // The root is what it is all about; a definition is named.
  const at = id === after.root ? '' : `${now?.name ?? old?.name ?? id}: `
  const found: Difference[] = []
  for (const [block, was] of Object.entries(old?.blocks ?? {}))
    if (now?.blocks[block] === undefined) found.push({ kind: 'removed', words: at + nameOf(was) })
  for (const [block, is] of Object.entries(now?.blocks ?? {})) {
    const was = old?.blocks[block]
    if (was === undefined) found.push({ kind: 'added', words: at + nameOf(is) })
    else found.push(...inBlock(was, is).map(words => changed(`${at}${nameOf(is)}: ${words}`)))
  }
  if (old && now && !same(commonEdges(old, now), commonEdges(now, old)))
    found.push(changed(`${at}connections`))
  return found
}

function inBlock(was: Block, is: Block): readonly string[] {
  const spec = blockOf(is.type)
  const found = was.type === is.type ? [] : [`${labelOf(was.type)} → ${labelOf(is.type)}`]
  const params: Readonly<Record<string, Param>> = spec?.params ?? {}
  for (const name of new Set([
    ...Object.keys(params),
    ...Object.keys(was.params),
    ...Object.keys(is.params)
  ])) {
    const param = Object.hasOwn(params, name) ? params[name] : undefined
    const [old, now] = [valueOf(was, name, param), valueOf(is, name, param)]
    if (!same(old, now))
      found.push(`${param?.label ?? name} ${valueText(old, param)} → ${valueText(now, param)}`)
  }
  if ((was.frozen ?? false) !== (is.frozen ?? false))
    found.push(is.frozen === true ? 'frozen' : 'no longer frozen')
  if (was.weightsOf !== is.weightsOf)
    found.push(is.weightsOf === undefined ? 'weights of its own' : 'shared weights')
  return found
}

function inData({ data: was }: Document, { data: is }: Document): readonly Difference[] {
  const label = (data: Document['data']): string =>
    data === null ? 'none' : (findDataset(data.source)?.label ?? data.source)
  if (was?.source !== is?.source) return [changed(`Data ${label(was)} → ${label(is)}`)]
  if (!was || !is || same(was.split, is.split)) return []
  const parts = ({ split }: NonNullable<Document['data']>): string =>
    [split.train, split.validation, split.test].join(' + ')
  return [
    changed(
      parts(was) === parts(is)
        ? `Seed of the split ${was.split.seed} → ${is.split.seed}`
        : `Split ${parts(was)} → ${parts(is)}`
    )
  ]
}

function inTraining(was: Document['training'], is: Document['training']): readonly Difference[] {
  const spec = optimizerOf(is.optimizer.type)
  const found: string[] = []
  if (was.optimizer.type !== is.optimizer.type)
    found.push(
      `Optimizer ${optimizerOf(was.optimizer.type)?.label ?? was.optimizer.type} → ${spec?.label ?? is.optimizer.type}`
    )
  for (const [name, param] of Object.entries(spec?.params ?? {})) {
    const old = was.optimizer.params[name] ?? optimizerOf(was.optimizer.type)?.params[name]?.default
    const now = is.optimizer.params[name] ?? param.default
    if (old !== undefined && old !== now)
      found.push(`${param.label} ${valueText(old, param)} → ${valueText(now, param)}`)
  }
  for (const [name, label] of [
    ['batch', 'Batch'],
    ['epochs', 'Epochs'],
    ['seed', 'Seed']
  ] as const)
    if (was[name] !== is[name]) found.push(`${label} ${was[name]} → ${is[name]}`)
  return found.map(changed)
}

function changed(words: string): Difference {
  return { kind: 'changed', words }
}

function nameOf(block: Block): string {
  return block.name.trim() === '' ? labelOf(block.type) : block.name
}

function valueOf(block: Block, name: string, param: Param | undefined): ParamValue | undefined {
  return Object.hasOwn(block.params, name) ? block.params[name] : param?.default
}

function valueText(value: ParamValue | undefined, param: Param | undefined): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return shapeText(value)
  if (param?.kind !== 'choice') return value
  return (Object.hasOwn(param.options, value) ? param.options[value] : undefined) ?? value
}

/** The edges of `of` between blocks that `other` has as well, by where they end; at one port in their order. */
function commonEdges(of: Network, other: Network): readonly string[] {
  const end = ({ to }: Edge): string => `${to.block} ${to.port}`
  return of.edges
    .filter(({ from, to }) => other.blocks[from.block] !== undefined && other.blocks[to.block] !== undefined)
    .toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0))
    .map(edge => `${edge.from.block} ${edge.from.port} ${end(edge)}`)
}
