import { emptyDocument } from '../../shared/document/create'
import type { Block, Document, Edge, Network } from '../../shared/document/schema'

/** A block in few words: its type, its parameters, and what else there is to say. */
export type BlockWords = readonly [
  type: string,
  params?: Block['params'],
  more?: { readonly name?: string; readonly weightsOf?: string; readonly frozen?: boolean }
]

export interface NetworkWords {
  readonly name?: string
  readonly blocks: Readonly<Record<string, BlockWords>>
  /**
   * `a-1 > b-1`, from the port `out` to the port `in`, or `a-1.out-2 > b-1.query`; a group's ports are called
   * `out-1` and `in-1` unless told otherwise.
   */
  readonly edges: readonly string[]
}

/** A document without data; the first network is the root. */
export function buildDocument(networks: Readonly<Record<string, NetworkWords>>): Document {
  const [root = 'net-main'] = Object.keys(networks)
  const made = Object.entries(networks).map(([id, words]) => [id, buildNetwork(id, words)] as const)
  return { ...emptyDocument('doc-built', 'Built'), networks: Object.fromEntries(made), root }
}

function buildNetwork(id: string, { name = id, blocks, edges }: NetworkWords): Network {
  const made = Object.entries(blocks).map(([block, [type, params = {}, more = {}]]) => {
    const { name: blockName = block, ...rest } = more
    return [block, { type, name: blockName, params, ...rest }] as const
  })
  return { name, blocks: Object.fromEntries(made), edges: edges.map(edge => edgeOf(edge, blocks)) }
}

function edgeOf(words: string, blocks: NetworkWords['blocks']): Edge {
  const end = (text: string, side: 'out' | 'in') => {
    const [block = '', port = blocks[text]?.[0] === 'group' ? `${side}-1` : side] = text.split('.')
    return { block, port }
  }
  const [from = '', to = ''] = words.split(' > ')
  return { from: end(from, 'out'), to: end(to, 'in') }
}
