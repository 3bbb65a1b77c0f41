import { castDraft, type Draft } from 'mutative'
import { groupBreak } from '../../document/integrity'
import { limits } from '../../document/limits'
import { quoted } from '../../document/problem'
import {
  blockSchema,
  idSchema,
  nameSchema,
  paramsSchema,
  positionSchema,
  type Block,
  type BlockId,
  type Document,
  type NetworkId,
  type Position
} from '../../document/schema'
import { ok, type Result } from '../../result'
import type { EditOf, NewValue } from './edit'
import {
  blockName,
  draftBlock,
  draftNetwork,
  findBlock,
  findNetwork,
  parsePart,
  refuse,
  unchanged,
  type EditRefusal,
  type Plan,
  type Recipe
} from './refusal'
import { same } from './same'

export const addBlock: Plan<EditOf<'addBlock'>> = (document, { network, id, block, at }) =>
  planBlock(document, network, id, block, at)

/** Puts a new block in; shared with `insertBetween`. */
export function planBlock(
  document: Document,
  networkId: NetworkId,
  id: BlockId,
  block: Block,
  at: Position | undefined
): Result<Recipe, EditRefusal> {
  const network = findNetwork(document, networkId)
  if (!network.ok) return network
  const parsedId = parsePart(idSchema, id, 'an id')
  if (!parsedId.ok) return parsedId
  if (Object.hasOwn(network.value.blocks, id)) return refuse('taken-id', `The id ${quoted(id)} is taken.`)
  const parsed = parsePart(blockSchema, block, 'a block')
  if (!parsed.ok) return parsed
  const position = at === undefined ? ok(undefined) : parsePart(positionSchema, at, 'a position')
  if (!position.ok) return position
  if (countBlocks(document) >= limits.blocks)
    return refuse('too-many', `A document holds ${limits.blocks.toLocaleString('en')} blocks at most.`)
  const owner = parsed.value.weightsOf
  if (owner !== undefined) {
    const lender = findBlock(document, networkId, owner)
    if (!lender.ok) return lender
    parsed.value.weightsOf = lender.value.weightsOf ?? owner
  }
  const recursion = recursionOf(document, networkId, id, parsed.value)
  if (recursion !== null) return recursion
  return ok(draft => {
    draftNetwork(draft, networkId).blocks[id] = castDraft(parsed.value)
    if (position.value !== undefined) place(draft, networkId, { [id]: position.value })
  })
}

export const removeBlocks: Plan<EditOf<'removeBlocks'>> = (document, { network: networkId, ids }) => {
  const network = findNetwork(document, networkId)
  if (!network.ok) return network
  for (const id of ids) {
    const block = findBlock(document, networkId, id)
    if (!block.ok) return block
  }
  const gone = new Set(ids)
  const { blocks, edges } = network.value
  const kept = edges.filter(({ from, to }) => !gone.has(from.block) && !gone.has(to.block))
  return ok(draft => {
    const changed = draftNetwork(draft, networkId)
    for (const [id, block] of Object.entries(blocks))
      if (gone.has(id)) delete changed.blocks[id]
      else if (block.weightsOf !== undefined && gone.has(block.weightsOf))
        delete draftBlock(draft, networkId, id).weightsOf
    if (kept.length < edges.length) changed.edges = castDraft(kept)
    const positions = draft.view.positions[networkId]
    for (const id of gone) if (positions?.[id] !== undefined) delete positions[id]
  })
}

export const replaceBlock: Plan<EditOf<'replaceBlock'>> = (document, edit) => {
  const before = findBlock(document, edit.network, edit.block)
  if (!before.ok) return before
  const block = {
    ...before.value,
    type: edit.type,
    name: edit.name ?? before.value.name,
    params: edit.params
  }
  const parsed = parsePart(blockSchema, block, 'a block')
  if (!parsed.ok) return parsed
  const recursion = recursionOf(document, edit.network, edit.block, parsed.value)
  if (recursion !== null) return recursion
  if (same(parsed.value, before.value)) return ok(unchanged)
  return ok(draft => {
    draftNetwork(draft, edit.network).blocks[edit.block] = castDraft(parsed.value)
  })
}

export const setParam: Plan<EditOf<'setParam'>> = (document, { network, block, name, value }) =>
  planParams(document, network, block, [[name, value]])

export const setParams: Plan<EditOf<'setParams'>> = (document, { network, block, values }) =>
  planParams(document, network, block, Object.entries(values))

function planParams(
  document: Document,
  network: NetworkId,
  id: BlockId,
  values: readonly (readonly [string, NewValue])[]
): Result<Recipe, EditRefusal> {
  const block = findBlock(document, network, id)
  if (!block.ok) return block
  const given = Object.fromEntries(values.filter(([, value]) => value !== null))
  const gone = new Set(values.flatMap(([name, value]) => (value === null ? [name] : [])))
  const kept = Object.entries(block.value.params).filter(([name]) => !gone.has(name))
  const parsed = parsePart(paramsSchema, { ...Object.fromEntries(kept), ...given }, 'a parameter')
  if (!parsed.ok) return parsed
  const recursion = recursionOf(document, network, id, { ...block.value, params: parsed.value })
  if (recursion !== null) return recursion
  const changed = Object.keys(given).filter(name => !same(parsed.value[name], block.value.params[name]))
  return ok(draft => {
    const { params } = draftBlock(draft, network, id)
    for (const name of changed) {
      const value = parsed.value[name]
      if (value !== undefined) params[name] = value
    }
    for (const name of gone) if (Object.hasOwn(block.value.params, name)) delete params[name]
  })
}

export const rename: Plan<EditOf<'rename'>> = (document, { network, block: id, name }) => {
  const block = findBlock(document, network, id)
  if (!block.ok) return block
  const parsed = parsePart(nameSchema, name, 'a name')
  if (!parsed.ok) return parsed
  return ok(draft => {
    draftBlock(draft, network, id).name = parsed.value
  })
}

/** Who already shares the weights of this block shares the new ones too, so that no chain arises. */
export const setWeightsOf: Plan<EditOf<'setWeightsOf'>> = (document, { network, block: id, weightsOf }) => {
  const block = findBlock(document, network, id)
  if (!block.ok) return block
  if (weightsOf === null)
    return ok(draft => {
      if (block.value.weightsOf !== undefined) delete draftBlock(draft, network, id).weightsOf
    })
  const lender = findBlock(document, network, weightsOf)
  if (!lender.ok) return lender
  const owner = lender.value.weightsOf ?? weightsOf
  if (owner === id) {
    const name = blockName(document, network, id)
    return refuse(
      'shared-weights',
      weightsOf === id
        ? `${name} can’t take its weights from itself.`
        : `${blockName(document, network, weightsOf)} already takes its weights from ${name}.`
    )
  }
  const borrowers = Object.entries(document.networks[network]?.blocks ?? {})
    .filter(([, other]) => other.weightsOf === id)
    .map(([other]) => other)
  return ok(draft => {
    for (const borrower of [id, ...borrowers]) draftBlock(draft, network, borrower).weightsOf = owner
  })
}

export const setFrozen: Plan<EditOf<'setFrozen'>> = (document, { network, block: id, frozen }) => {
  const block = findBlock(document, network, id)
  if (!block.ok) return block
  return ok(draft => {
    if (frozen) draftBlock(draft, network, id).frozen = true
    else if (block.value.frozen !== undefined) delete draftBlock(draft, network, id).frozen
  })
}

export const moveBlocks: Plan<EditOf<'moveBlocks'>> = (document, { network, positions }) => {
  const parsed: Record<BlockId, Position> = {}
  for (const [id, position] of Object.entries(positions)) {
    const block = findBlock(document, network, id)
    if (!block.ok) return block
    const part = parsePart(positionSchema, position, 'a position')
    if (!part.ok) return part
    parsed[id] = part.value
  }
  const found = findNetwork(document, network)
  if (!found.ok) return found
  return Object.keys(parsed).length === 0 ? ok(unchanged) : ok(draft => place(draft, network, parsed))
}

function place(
  draft: Draft<Document>,
  network: NetworkId,
  positions: Readonly<Record<BlockId, Position>>
): void {
  const before = (draft.view.positions[network] ??= {})
  for (const [id, position] of Object.entries(positions)) {
    if (!same(before[id], position)) before[id] = castDraft(position)
  }
}

/** Why a block may not be in this network: the group that it is an instance of would contain itself. */
function recursionOf(
  document: Document,
  networkId: NetworkId,
  id: BlockId,
  block: Block
): { readonly ok: false; readonly error: EditRefusal } | null {
  const network = document.networks[networkId]
  if (block.type !== 'group' || network === undefined) return null
  const blocks = { ...network.blocks, [id]: block }
  const found = groupBreak({ ...document.networks, [networkId]: { ...network, blocks } })
  return found === null ? null : refuse('group-recursion', `This can’t be done: ${found.message}.`)
}

export function countBlocks(document: Document): number {
  return Object.values(document.networks).reduce((sum, { blocks }) => sum + Object.keys(blocks).length, 0)
}
