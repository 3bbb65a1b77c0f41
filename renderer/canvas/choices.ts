import { BLOCKS, blockOf, labelOf } from '../../shared/blocks/registry'
import type { BlockId, Document, NetworkId } from '../../shared/document/schema'
import type { GraphAnalysis } from '../../shared/graph/analyse'
import { fitOfNew, fitsFrom, type End, type Fit, type Opening } from '../../shared/graph/fits'
import { newBlock } from '../../shared/graph/new-block'
import { portsOf } from '../../shared/graph/ports'
import { strings } from '../../shared/strings/strings'
import { belongs } from '../palette/belongs'
import { defaultsFor } from '../palette/data-defaults'
import { groupBlocks, searchBlocks } from '../palette/search'

const words = strings.canvas

/** A line of a list over the canvas. */
export interface Choice<T> {
  readonly id: string
  readonly label: string
  /** The type of a block, for its picture. */
  readonly type: string
  /** The heading that it stands under; lines of one heading stand together. */
  readonly head: string
  /** Beside the label: its group, or what would be wrong with it. */
  readonly detail: string
  readonly fit: Fit['kind']
  readonly value: T
}

/** Blocks to add where there is an opening: what fits first, then what does not fit yet with the reason. */
export function blockChoices(
  document: Document,
  network: NetworkId,
  graph: GraphAnalysis | undefined,
  opening: Opening,
  query: string
): readonly Choice<string>[] {
  const hasGroups = Object.keys(document.networks).length > 1
  const here = [...BLOCKS.values()].filter(block => belongs(block, network === document.root, hasGroups))
  const choices = (
    query.trim() === ''
      ? groupBlocks(here).flatMap(({ blocks }) => blocks)
      : searchBlocks(here, query).map(({ block }) => block)
  ).map((spec): Choice<string> => {
    const block = newBlock(undefined, spec.type, defaultsFor(spec.type, document))
    const fit = graph ? fitOfNew(document, network, graph, opening, block) : { kind: 'fits' as const }
    const group = strings.palette.groups[spec.group]
    return {
      id: spec.type,
      label: spec.label,
      type: spec.type,
      head: fit.kind === 'fits' ? '' : words.notYet,
      detail: fit.kind === 'fits' ? group : fit.why,
      fit: fit.kind,
      value: spec.type
    }
  })
  return ordered(choices.filter(({ fit }) => fit !== 'never'))
}

/** Where one edge would lead. */
export interface Target {
  readonly end: End
  readonly block: BlockId
  readonly port: string
  readonly fit: Fit
}

/** All that a block can be connected to and from, in its network: what fits first, the rest with the reason. */
export function connectionChoices(
  document: Document,
  id: NetworkId,
  graph: GraphAnalysis | undefined,
  own: BlockId,
  query: string
): readonly Choice<Target>[] {
  const network = document.networks[id]
  const block = network?.blocks[own]
  if (!network || !block || !graph) return []
  const ports = portsOf(document, block)
  const ends: readonly End[] = [
    ...ports.out.map(({ id: port }): End => ({ block: own, port, side: 'out' })),
    ...ports.in.map(({ id: port }): End => ({ block: own, port, side: 'in' }))
  ]
  const several = { out: ports.out.length > 1, in: ports.in.length > 1 }
  const choices = ends.flatMap(end =>
    [...fitsFrom(document, id, graph, end)].flatMap(([other, fits]) => {
      const target = network.blocks[other]
      if (other === own || !target) return []
      const count = Object.keys(fits).length
      return Object.entries(fits).map(([port, fit]): Choice<Target> => {
        const theirs = count > 1 ? ` · ${port}` : ''
        const ours = several[end.side] ? ` (${end.port})` : ''
        return {
          id: `${end.side}-${end.port}-${other}-${port}`,
          label: `${target.name}${theirs}${ours}`,
          type: target.type,
          head: fit.kind === 'never' ? words.connectHeads.never : words.connectHeads[end.side],
          detail: fit.kind === 'fits' ? detailOf(target.name, target.type) : fit.why,
          fit: fit.kind,
          value: { end, block: other, port, fit }
        }
      })
    })
  )
  const wanted = query.trim().toLowerCase()
  return ordered(
    choices.filter(({ label, type }) => `${label} ${labelOf(type)}`.toLowerCase().includes(wanted))
  )
}

function detailOf(name: string, type: string): string {
  const label = blockOf(type)?.label ?? type
  return name === label ? '' : label
}

const rank = { fits: 0, 'not-yet': 1, never: 2 } as const

/** Under each heading the best first; headings in the order of their best. */
function ordered<T>(choices: readonly Choice<T>[]): readonly Choice<T>[] {
  const byRank = choices.toSorted((a, b) => rank[a.fit] - rank[b.fit])
  const heads = [...new Set(byRank.map(({ head }) => head))]
  return heads.flatMap(head => byRank.filter(choice => choice.head === head))
}
