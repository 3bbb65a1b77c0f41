import { castDraft } from 'mutative'
import * as z from 'zod/mini'
import { checkDocument } from '../../document/check'
import { breakOfNetwork, groupBreak, groupUses } from '../../document/integrity'
import { limits } from '../../document/limits'
import { quoted } from '../../document/problem'
import { idSchema, nameSchema, networkSchema, positionSchema } from '../../document/schema'
import { ok } from '../../result'
import { countBlocks } from './blocks'
import type { EditOf } from './edit'
import { draftNetwork, findNetwork, parsePart, refuse, unchanged, type Plan } from './refusal'
import { same } from './same'

const positionsSchema = z.record(idSchema, positionSchema)

export const addNetwork: Plan<EditOf<'addNetwork'>> = (document, { id, network, positions = {} }) => {
  const parsedId = parsePart(idSchema, id, 'an id')
  if (!parsedId.ok) return parsedId
  if (Object.hasOwn(document.networks, id)) return refuse('taken-id', `The id ${quoted(id)} is taken.`)
  const parsed = parsePart(networkSchema, network, 'a network')
  if (!parsed.ok) return parsed
  const placed = parsePart(positionsSchema, positions, 'positions')
  if (!placed.ok) return placed
  const stranger = Object.keys(placed.value).find(block => !Object.hasOwn(parsed.value.blocks, block))
  if (stranger !== undefined)
    return refuse('unknown-block', `There is no block ${quoted(stranger)} in the new network.`)
  const networks = { ...document.networks, [id]: parsed.value }
  const edges = Object.values(networks).reduce((sum, other) => sum + other.edges.length, 0)
  if (countBlocks({ ...document, networks }) > limits.blocks || edges > limits.edges)
    return refuse('too-many', `A document holds ${limits.blocks.toLocaleString('en')} blocks at most.`)
  if (Object.keys(networks).length > limits.networks)
    return refuse('too-many', `A document holds ${limits.networks.toLocaleString('en')} networks at most.`)
  const broken = breakOfNetwork(parsed.value)
  if (broken !== null) return refuse('invalid', `This can’t be a network: ${broken.message}.`)
  const recursion = groupBreak(networks)
  if (recursion !== null) return refuse('group-recursion', `This can’t be done: ${recursion.message}.`)
  return ok(draft => {
    draft.networks[id] = castDraft(parsed.value)
    if (Object.keys(placed.value).length > 0) draft.view.positions[id] = placed.value
  })
}

export const removeNetwork: Plan<EditOf<'removeNetwork'>> = (document, { network: id }) => {
  const network = findNetwork(document, id)
  if (!network.ok) return network
  const name = quoted(network.value.name)
  if (id === document.root)
    return refuse('in-use', `${name} is the network that is trained: it can’t be deleted.`)
  const user = Object.values(document.networks).find(other =>
    groupUses(other).some(use => use.network === id)
  )
  if (user !== undefined)
    return refuse('in-use', `The group ${name} is used in ${quoted(user.name)}: delete it there first.`)
  return ok(draft => {
    delete draft.networks[id]
    if (draft.view.positions[id] !== undefined) delete draft.view.positions[id]
  })
}

export const renameNetwork: Plan<EditOf<'renameNetwork'>> = (document, { network: id, name }) => {
  const network = findNetwork(document, id)
  if (!network.ok) return network
  const parsed = parsePart(nameSchema, name, 'a name')
  if (!parsed.ok) return parsed
  return ok(draft => {
    draftNetwork(draft, id).name = parsed.value
  })
}

export const bringBack: Plan<EditOf<'bringBack'>> = (document, { version }) => {
  const checked = checkDocument(version)
  if (!checked.ok) return refuse('invalid', `This version can’t be brought back: ${checked.error.message}.`)
  const { networks, root, data, training, view } = checked.value
  // What is the same stays identical, so that nothing is worked out anew for it.
  const kept = <T>(now: T, then: T): T => (same(now, then) ? now : then)
  const whole = {
    ...document,
    networks: Object.fromEntries(
      Object.entries(networks).map(([id, network]) => [id, kept(document.networks[id], network) ?? network])
    ),
    root,
    data: kept(document.data, data),
    training: kept(document.training, training),
    view: kept(document.view, view)
  }
  if (same(whole, document)) return ok(unchanged)
  return ok(draft => {
    Object.assign(draft, castDraft(whole))
  })
}
