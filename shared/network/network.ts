import type { AnyValues } from '../blocks/params'
import type { TensorType } from '../blocks/tensor-type'
import type { Weight } from '../blocks/weights'
import type { BlockId, Training } from '../document/schema'
import type { Head, LossId } from '../training/losses'

/** A result of a node, by the node's block and its port. */
export interface ValueRef {
  readonly block: BlockId
  readonly port: string
}

/** A block that computes. Weights are named `block/name`; those of `weightsOf` belong to that block. */
export interface LayerNode {
  readonly kind: 'layer'
  readonly block: BlockId
  readonly name: string
  readonly type: string
  readonly values: AnyValues
  /** In the order of the block's ports, edges in their order. */
  readonly inputs: Readonly<Record<string, readonly ValueRef[]>>
  readonly inTypes: Readonly<Record<string, readonly TensorType[]>>
  readonly outTypes: Readonly<Record<string, TensorType>>
  readonly weights: readonly Weight[]
  readonly weightsOf?: BlockId
  readonly frozen: boolean
}

/** A use of another graph, `repeat` times in a row, each with its own weights. */
export interface CallNode {
  readonly kind: 'call'
  readonly block: BlockId
  readonly name: string
  readonly graph: GraphKey
  readonly repeat: number
  readonly inputs: readonly ValueRef[]
  readonly outTypes: Readonly<Record<string, TensorType>>
  readonly frozen: boolean
}

export type Node = LayerNode | CallNode

export interface GraphInput {
  readonly block: BlockId
  readonly name: string
  readonly type: TensorType
  /** The field of the dataset that enters here; empty in a definition. */
  readonly field: string
}

/** What a definition hands on. */
export interface GraphResult {
  readonly block: BlockId
  readonly name: string
  readonly value: ValueRef
  readonly type: TensorType
}

/** A network, or a definition for one set of input types, as layers in order. */
export interface Graph {
  readonly key: GraphKey
  readonly name: string
  readonly inputs: readonly GraphInput[]
  readonly nodes: readonly Node[]
  readonly results: readonly GraphResult[]
}

export type GraphKey = string

/** A result that is compared with a target. */
export interface NetworkOutput {
  readonly block: BlockId
  readonly name: string
  readonly value: ValueRef
  readonly type: TensorType
  readonly target: string
  readonly loss: LossId
  readonly lossWeight: number
  /** The activation that was left out of the graph: `predict` puts it back. */
  readonly head: Head
  /** Whether `value` is scores: the loss then knows the head. */
  readonly fromScores: boolean
}

/** What trains and what is exported: the root's layers, the graphs it calls, its outputs and settings. */
export interface Network {
  readonly name: string
  readonly root: Graph
  /** The definitions in use, each after all that it calls. */
  readonly graphs: ReadonlyMap<GraphKey, Graph>
  readonly outputs: readonly NetworkOutput[]
  readonly training: Training
}
