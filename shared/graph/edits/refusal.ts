import type { Draft } from 'mutative'
import type * as z from 'zod/mini'
import { quoted } from '../../document/problem'
import type { Block, BlockId, Document, Edge, Network, NetworkId } from '../../document/schema'
import { fail, ok, type Result } from '../../result'

/** Why an edit can't be made; the document stays as it is. */
export interface EditRefusal {
  readonly code:
    | 'unknown-network'
    | 'unknown-block'
    | 'unknown-edge'
    | 'taken-id'
    | 'self-loop'
    | 'cycle'
    | 'duplicate-edge'
    | 'shared-weights'
    | 'in-use'
    | 'group-recursion'
    | 'too-many'
    | 'invalid'
  readonly message: string
}

/** What an edit does to a draft, once it is known that it may. */
export type Recipe = (draft: Draft<Document>) => void

/** Looks at an edit and the document, and gives what is to be done or why it can't be. */
export type Plan<E> = (document: Document, edit: E) => Result<Recipe, EditRefusal>

export const unchanged: Recipe = () => {}

export function refuse(
  code: EditRefusal['code'],
  message: string
): { readonly ok: false; readonly error: EditRefusal } {
  return fail({ code, message })
}

export function findNetwork(document: Document, id: NetworkId): Result<Network, EditRefusal> {
  const network = Object.hasOwn(document.networks, id) ? document.networks[id] : undefined
  return network === undefined ? refuse('unknown-network', `There is no network ${quoted(id)}.`) : ok(network)
}

export function findBlock(document: Document, network: NetworkId, id: BlockId): Result<Block, EditRefusal> {
  const found = findNetwork(document, network)
  if (!found.ok) return found
  const block = Object.hasOwn(found.value.blocks, id) ? found.value.blocks[id] : undefined
  return block === undefined
    ? refuse('unknown-block', `There is no block ${quoted(id)} in ${quoted(found.value.name)}.`)
    : ok(block)
}

/** The part of an edit, as the schema of documents wants it: a copy, so that nothing is shared with the caller. */
export function parsePart<T>(schema: z.ZodMiniType<T>, part: unknown, what: string): Result<T, EditRefusal> {
  const parsed = schema.safeParse(part)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')})`
  const expected = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message
  return refuse('invalid', `This can’t be ${what}${where}: ${expected ?? 'it breaks the schema'}.`)
}

/** The part of a draft that is known to be there. */
export function draftNetwork(draft: Draft<Document>, id: NetworkId): Draft<Network> {
  const network = draft.networks[id]
  if (network === undefined) throw new Error(`no network ${id}`)
  return network
}

export function draftBlock(draft: Draft<Document>, network: NetworkId, id: BlockId): Draft<Block> {
  const block = draftNetwork(draft, network).blocks[id]
  if (block === undefined) throw new Error(`no block ${id}`)
  return block
}

/** How a block is called in a sentence. */
export function blockName(document: Document, network: NetworkId, id: BlockId): string {
  return quoted(document.networks[network]?.blocks[id]?.name ?? id)
}

export function sameEdge(a: Edge, b: Edge): boolean {
  return (
    a.from.block === b.from.block &&
    a.from.port === b.from.port &&
    a.to.block === b.to.block &&
    a.to.port === b.to.port
  )
}
