import type { PyExpr } from '../codegen/python/expr'
import type { PyStatement } from '../codegen/python/statement'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import type { WhyId } from '../strings/en-why'
import type { Result } from '../result'
import type { AnyValues, Params, Values } from './params'
import type { Initializer, Weight, WeightData } from './weights'
import type { TensorType } from './tensor-type'

/** The groups of the palette; each has one hue. */
export type GroupId =
  | 'input'
  | 'core'
  | 'convolution'
  | 'pooling'
  | 'normalisation'
  | 'regularisation'
  | 'recurrent'
  | 'attention'
  | 'activation'
  | 'merge'

/** How many edges a port takes. Edges into a `many` port keep their order. */
export type Arity = 'one' | 'many' | 'optional'

/** Input ports in order, by name. */
export type InputPorts = Readonly<Record<string, Arity>>

/** What stands at each input port: one thing, an ordered list, or perhaps nothing. */
export type Ins<I extends InputPorts, T> = {
  readonly [K in keyof I]: I[K] extends 'many' ? readonly T[] : I[K] extends 'optional' ? T | undefined : T
}

export interface Docs {
  /** One plain sentence: what it does. */
  readonly summary: string
  /** One plain sentence: when to use it. */
  readonly use: string
  /** Of a block that computes something. */
  readonly formula?: Formula
}

/** What is computed, in signs and in words. */
export interface Formula {
  /** LaTeX. */
  readonly tex: string
  /** As a person reads it aloud. */
  readonly spoken: string
  /** What each symbol, in LaTeX, stands for. */
  readonly where: readonly (readonly [symbol: string, words: string])[]
}

/** A way out that a block knows of; analysis turns it into an edit with a label. */
export type Hint =
  | {
      readonly kind: 'insert-before'
      readonly port: string
      readonly type: string
      readonly params?: AnyValues
    }
  | { readonly kind: 'replace'; readonly type: string; readonly params?: AnyValues }
  | { readonly kind: 'set'; readonly param: string; readonly value: AnyValues[string] }

/** Why a block can't take what it is given: received, expected, what to do. */
export interface Mistake {
  readonly message: string
  readonly port?: string
  /** What would do, in a word or two: `an image`. */
  readonly expected?: string
  readonly hints?: readonly Hint[]
  /** What explains it. */
  readonly why?: WhyId
}

/**
 * A tfjs layer in tfjs's own serialised form, so that blocks need no tfjs;
 * its weights come in the order of the block's `weights`.
 */
export interface TfjsLayer {
  readonly className: string
  readonly config: Readonly<Record<string, unknown>>
}

export interface KerasIo<I extends InputPorts = InputPorts> {
  readonly types: Ins<I, TensorType>
}

/** A class of our own, written once into the file that uses it. */
export interface HelperClass {
  readonly name: string
  readonly statement: PyStatement
}

export interface KerasLayer {
  /** `layers.Dense(64, activation="relu")`; the printer adds `name=`. */
  readonly layer: PyExpr
  /** How it is called on its inputs; `layer(x)`, or `layer([a, b])` for a `many` port, when absent. */
  readonly apply?: (
    layer: PyExpr,
    ins: Readonly<Record<string, PyExpr | readonly PyExpr[] | undefined>>
  ) => PyExpr
  /** Keras's layer takes the mask off the very tensors that it is given: where others read them it gets copies. */
  readonly stripsMasks?: boolean
  /** Keras makes it of layers, which are there once it is called: only then can they be frozen. */
  readonly madeOfLayers?: boolean
  /** The layer's class, where Keras has none and a function would lose the mask or have weights. */
  readonly helper?: HelperClass
}

/** A plain function, for what Keras has no layer for; as in Keras no mask travels through it. */
export interface KerasFunction<I extends InputPorts = InputPorts> {
  readonly called: (ins: Ins<I, PyExpr>) => PyExpr
}

/**
 * How a value lies in memory in the PyTorch code:
 * as everywhere else (`plain`), as `[batch, channels, ...spatial]` (`channels-first`: sequences, images, volumes),
 * or flattened from such, whose sizes without the batch, channels last, are `from`.
 */
export type TorchLayout =
  | { readonly kind: 'plain' }
  | { readonly kind: 'channels-first' }
  | { readonly kind: 'flattened'; readonly from: readonly number[] }

export interface TorchIo<I extends InputPorts = InputPorts> {
  readonly types: Ins<I, TensorType>
  /** The value at a port, converted to plain or channels-first where it lies otherwise; `any` takes it as it is. */
  take(port: keyof I & string, form: 'plain' | 'channels-first' | 'any'): PyExpr
  /** All values of a `many` port; with `any` they are brought to one layout. */
  takeMany(port: keyof I & string, form: 'plain' | 'any'): readonly PyExpr[]
  /** The layout that `take(port, 'any')` and `takeMany(port, 'any')` give. */
  layout(port: keyof I & string): TorchLayout
  /** `[batch, time]` booleans, true where there is a step; absent without a mask. */
  mask(port: keyof I & string): PyExpr | undefined
  /** That of each value of a `many` port. */
  masks(port: keyof I & string): readonly (PyExpr | undefined)[]
  /** A name for something kept between two statements of `forward`. */
  local(wanted: string): PyExpr
}

/** A weight of the block by its name. */
export type WeightOf = (name: string) => WeightData

/** A module of our own, for what `torch.nn` has none. */
export type TorchHelper = HelperClass

export interface TorchLayer {
  /** What `__init__` makes; absent for a plain function. */
  readonly module?: PyExpr
  /** Assignments before the value, for what one expression can't say. */
  readonly before?: (self: PyExpr) => readonly (readonly [target: PyExpr, value: PyExpr])[]
  readonly forward: (self: PyExpr) => PyExpr
  readonly layout?: TorchLayout
  /** The mask that travels on, where the block makes one. */
  readonly mask?: PyExpr
  /** Our weights as entries of the module's state_dict. */
  readonly state?: (weight: WeightOf) => Readonly<Record<string, WeightData>>
  readonly helper?: TorchHelper
  /** How each entry starts, where PyTorch's own start differs. */
  readonly init?: Readonly<Record<string, Initializer>>
  /** Entries that PyTorch has and the others lack: kept at zero, not trained. */
  readonly unused?: readonly string[]
  /** Entries that PyTorch can't leave out and this block has no weight for: kept as they start, not trained. */
  readonly untrained?: readonly string[]
}

/** What the palette and the inspector read of any block. */
export interface Face<P extends Params> {
  readonly type: string
  readonly label: string
  /** Other names of it. */
  readonly aliases: readonly string[]
  /** What people want to do with it: "image", "overfitting". */
  readonly tasks: readonly string[]
  readonly group: GroupId
  readonly docs: Docs
  readonly params: P
  /** The parameters that matter, for its card: `64 units · ReLU`. */
  readonly card: (p: Values<P>) => string
}

/** All about a block. See `shared/blocks/dense.ts` for one to copy. */
export interface BlockSpec<P extends Params, I extends InputPorts> extends Face<P> {
  readonly inputs: I
  /** Output ports in order; one, named `out`, when absent. */
  readonly outputs?: (p: Values<P>) => readonly string[]
  /** Types in, one type out for each output port. */
  readonly infer: (ins: Ins<I, TensorType>, p: Values<P>) => Result<readonly TensorType[], Mistake>
  readonly weights?: (ins: Ins<I, TensorType>, p: Values<P>) => readonly Weight[]
  /** Its meaning in primitive operations; values carry the batch axis. */
  readonly ops: (
    b: OpsBuilder,
    ins: Ins<I, Value>,
    p: Values<P>,
    weight: (name: string) => Value
  ) => readonly Value[]
  /**
   * The layers that stand for it in tfjs, one after the other, where there are faster ones than its operations; the
   * first carries the weights.
   */
  readonly tfjs?: (p: Values<P>, types: Ins<I, TensorType>) => readonly TfjsLayer[]
  readonly keras: (p: Values<P>, io: KerasIo<I>) => KerasLayer | KerasFunction<I>
  readonly pytorch: (p: Values<P>, io: TorchIo<I>) => TorchLayer
  /**
   * A block that ends in an activation which its Output may want as scores instead:
   * the name of the parameter that holds it.
   */
  readonly activationParam?: string
}

/** A block as the registry holds it, whatever its parameters and ports. */
export type LayerBlock = { readonly kind: 'layer' } & BlockSpec<Params, InputPorts>

/** The one place where a block's own parameter and port types are forgotten; `readParams` restores them. */
export function defineBlock<const P extends Params, const I extends InputPorts>(
  spec: BlockSpec<P, I>
): LayerBlock {
  return { kind: 'layer', ...spec } as unknown as LayerBlock
}
