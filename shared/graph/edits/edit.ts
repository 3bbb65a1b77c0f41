import type {
  Block,
  BlockId,
  DataBinding,
  Document,
  Edge,
  Network,
  NetworkId,
  ParamValue,
  Position,
  Training
} from '../../document/schema'

/** `null` takes a parameter away, which leaves it at its default. */
export type NewValue = ParamValue | null

interface InNetwork {
  readonly network: NetworkId
}
interface OnBlock extends InNetwork {
  readonly block: BlockId
}

/** A change of a document as plain data. It is applied by `applyEdit` and never leaves a document half changed. */
export type Edit =
  | ({
      readonly kind: 'addBlock'
      readonly id: BlockId
      readonly block: Block
      readonly at?: Position
    } & InNetwork)
  /** With their edges, and with the sharing of their weights. */
  | ({ readonly kind: 'removeBlocks'; readonly ids: readonly BlockId[] } & InNetwork)
  /** Another type of block with the id, the connections and, unless given, the name of the old one. */
  | ({
      readonly kind: 'replaceBlock'
      readonly type: string
      readonly params: Block['params']
      readonly name?: string
    } & OnBlock)
  | ({ readonly kind: 'setParam'; readonly name: string; readonly value: NewValue } & OnBlock)
  | ({ readonly kind: 'setParams'; readonly values: Readonly<Record<string, NewValue>> } & OnBlock)
  | ({ readonly kind: 'rename'; readonly name: string } & OnBlock)
  | ({ readonly kind: 'setWeightsOf'; readonly weightsOf: BlockId | null } & OnBlock)
  | ({ readonly kind: 'setFrozen'; readonly frozen: boolean } & OnBlock)
  | ({ readonly kind: 'moveBlocks'; readonly positions: Readonly<Record<BlockId, Position>> } & InNetwork)
  /**
   * `index` counts among the edges into the same port; without it the edge comes last. `replace` first takes away
   * all that enters the port, for a port that takes one.
   */
  | ({
      readonly kind: 'connect'
      readonly edge: Edge
      readonly index?: number
      readonly replace?: boolean
    } & InNetwork)
  | ({ readonly kind: 'disconnect'; readonly edge: Edge } & InNetwork)
  /** Puts a new block into an edge, which keeps its place at the port where it ends. */
  | ({
      readonly kind: 'insertBetween'
      readonly edge: Edge
      readonly id: BlockId
      readonly block: Block
      readonly inPort: string
      readonly outPort: string
      readonly at?: Position
    } & InNetwork)
  /** `order` lists the old places of the edges into the port: `[1, 0]` swaps two. */
  | ({ readonly kind: 'reorderInputs'; readonly port: string; readonly order: readonly number[] } & OnBlock)
  | {
      readonly kind: 'addNetwork'
      readonly id: NetworkId
      readonly network: Network
      readonly positions?: Readonly<Record<BlockId, Position>>
    }
  /** Refused while the network is the root or a group uses it. */
  | ({ readonly kind: 'removeNetwork' } & InNetwork)
  | ({ readonly kind: 'renameNetwork'; readonly name: string } & InNetwork)
  | { readonly kind: 'setName'; readonly name: string }
  | { readonly kind: 'setData'; readonly data: DataBinding | null }
  | { readonly kind: 'setTraining'; readonly training: Training }
  /** All but id and name, as another version of the document has it. */
  | { readonly kind: 'bringBack'; readonly version: Document }

export type EditKind = Edit['kind']
export type EditOf<K extends EditKind> = Extract<Edit, { readonly kind: K }>
