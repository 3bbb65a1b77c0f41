import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers } from '@tensorflow/tfjs-layers'
import type { LayerVariable, Shape } from '@tensorflow/tfjs-layers'
import { insOf } from '../../blocks/ins'
import type { AnyValues } from '../../blocks/params'
import { layerBlockOf } from '../../blocks/registry'
import { tensor, type DType, type TensorType } from '../../blocks/tensor-type'
import { createBuilder } from '../../network/builder'
import type { Value } from '../../network/program'
import { traceBlock } from '../../network/trace'
import { planFor, runPlan, type Plan, type TensorFeed } from '../operations/run-program'
import { stepOf } from '../random'
import { isTraining, listOf, masksOf, shapesOf, type Kwargs } from './support'

export type BlockConfig = {
  readonly name?: string
  readonly block: string
  readonly values: AnyValues
  /** The kinds of numbers that enter at each port, in the order of the inputs. */
  readonly dtypes: Readonly<Record<string, readonly DType[]>>
  readonly seed: number
  /** Tells apart the draws of one step: the path of the block. */
  readonly path: string
}

/** What enters, in the order of the ports. */
interface Given {
  readonly tensors: readonly tf.Tensor[]
  readonly masks: readonly (tf.Tensor | null)[]
}

/** What a block does with inputs of one shape. */
interface Traced {
  readonly outputs: Plan
  /** The masks of the outputs that have one. */
  readonly masks: Plan
  readonly masked: readonly boolean[]
  /** New values of weights, by name, after the outputs. */
  readonly assigned: readonly string[]
}

/**
 * Any block of ours, by what it means: its operations, carried out in tfjs. Blocks have a layer of their own only
 * where that is faster.
 */
export class BlockpropBlock extends layers.Layer {
  static readonly className = 'BlockpropBlock'
  readonly #config: BlockConfig
  readonly #traced = new Map<string, Traced>()
  /** The shapes that it was put behind, open lengths open; several where it is shared. */
  readonly #declared: (readonly Shape[])[] = []
  #weights: ReadonlyMap<string, LayerVariable> = new Map()

  constructor(config: BlockConfig) {
    super(config)
    this.#config = config
    this.supportsMasking = true
  }

  override build(inputShape: Shape | Shape[]): void {
    const { block, values } = this.#config
    const types = this.#types(shapesOf(inputShape).map(shape => shape.slice(1)))
    const spec = layerBlockOf(block)
    this.#weights = new Map(
      (spec.weights?.(insOf(spec, types), values) ?? []).map(({ name, shape, trainable }) => [
        name,
        this.addWeight(name, [...shape], 'float32', initializers.zeros(), undefined, trainable)
      ])
    )
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Kwargs): tf.Tensor | tf.Tensor[] {
    const given: Given = { tensors: listOf(inputs), masks: masksOf(kwargs) }
    const traced = this.#tracedFor(given, [isTraining(kwargs)])
    return tf.tidy(() => {
      const results = runPlan(traced.outputs, this.#feed(given, traced.outputs.draws ? stepOf(kwargs) : 0))
      const outputs = results.slice(0, traced.masked.length)
      for (const [i, name] of traced.assigned.entries())
        this.#weights.get(name)?.write(results[outputs.length + i] as tf.Tensor)
      return outputs.length === 1 ? (outputs[0] as tf.Tensor) : outputs
    })
  }

  override computeMask(
    inputs: tf.Tensor | tf.Tensor[],
    mask?: tf.Tensor | tf.Tensor[]
  ): tf.Tensor | tf.Tensor[] {
    const given: Given = { tensors: listOf(inputs), masks: masksOf({ mask }) }
    // A mask is the same in training and after it: what `call` has written down will do.
    const traced = this.#tracedFor(given, [true, false])
    const made = tf.tidy(() => runPlan(traced.masks, this.#feed(given, 0)).map(x => tf.cast(x, 'bool')))
    // The declared type knows nothing of absent masks.
    return traced.masked.map(is => (is ? made.shift() : null)) as tf.Tensor[]
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const shapes = shapesOf(inputShape)
    this.#declared.push(shapes)
    const out = this.#infer(this.#types(shapes.map(shape => shape.slice(1)))).map(({ shape }): Shape => [
      shapes[0]?.[0] ?? null,
      ...shape
    ])
    return out.length === 1 ? (out[0] as Shape) : out
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { block, values, dtypes, seed, path } = this.#config
    return {
      ...super.getConfig(),
      ...(structuredClone({ block, values, dtypes, seed, path }) as unknown as tf.serialization.ConfigDict)
    }
  }

  /** What was written down for these shapes in one of the modes; where nothing was, it is in the last. */
  #tracedFor({ tensors, masks }: Given, modes: readonly boolean[]): Traced {
    const shapes = JSON.stringify(tensors.map(({ shape }, i) => [shape, !!masks[i]]))
    const keys = modes.map(training => `${training ? 'training' : 'inference'} ${shapes}`)
    for (const key of keys) {
      const known = this.#traced.get(key)
      if (known) return known
    }
    const traced = this.#trace({ tensors, masks }, modes.at(-1) === true)
    this.#traced.set(keys.at(-1) ?? '', traced)
    return traced
  }

  #feed({ tensors, masks }: Given, step: number): TensorFeed {
    return {
      inputs: Object.fromEntries([
        ...tensors.map((x, i) => [`${i}`, x] as const),
        ...masks.flatMap((mask, i) => (mask ? [[`mask ${i}`, tf.cast(mask, 'int32')] as const] : []))
      ]),
      weights: Object.fromEntries([...this.#weights].map(([name, variable]) => [name, variable.read()])),
      seed: this.#config.seed,
      step
    }
  }

  /** Its operations, written down for these shapes. */
  #trace({ tensors, masks }: Given, training: boolean): Traced {
    const { block, values, path } = this.#config
    const spec = layerBlockOf(block)
    const shapes = tensors.map(({ shape }) => shape)
    const types = this.#types(
      shapes.map(shape => shape.slice(1)),
      masks
    )
    const b = createBuilder({ batch: shapes[0]?.[0] ?? 1, training })
    let place = 0
    const arriving: Record<string, Value[]> = {}
    for (const [port, all] of Object.entries(types))
      arriving[port] = all.map(({ dtype, mask }) => {
        const i = place++
        const shape = shapes[i] ?? []
        const x = b.input(`${i}`, shape, dtype)
        return mask ? b.withMask(x, b.input(`mask ${i}`, shape.slice(0, 2), 'int32')) : x
      })
    const weight = (name: string): Value => {
      const variable = this.#weights.get(name)
      if (!variable) throw new Error(`${block} has no weight ${name}`)
      return b.weight(name, variable.shape.map(Number))
    }
    // Of the declared shapes: what is refused in a network is not what may come in where a length is open.
    const declared =
      this.#declared.find(all => all.every((shape, i) => fits(shape, shapes[i] ?? []))) ?? shapes
    const outTypes = this.#infer(
      this.#types(
        declared.map(shape => shape.slice(1)),
        masks
      )
    )
    const made = b.scope(path, () => traceBlock(b, { spec, values, outTypes }, arriving, weight))
    const program = b.finish(Object.fromEntries(made.map((value, i) => [`${i}`, value])))
    return {
      outputs: planFor(program, [...made, ...Object.values(program.assignments)]),
      masks: planFor(
        program,
        made.flatMap(({ mask }) => (mask ? [mask] : []))
      ),
      masked: made.map(({ mask }) => mask !== undefined),
      assigned: Object.keys(program.assignments)
    }
  }

  #infer(types: Readonly<Record<string, readonly TensorType[]>>): readonly TensorType[] {
    const { block, values } = this.#config
    const spec = layerBlockOf(block)
    const inferred = spec.infer(insOf(spec, types), values)
    if (!inferred.ok) throw new Error(`${block}: ${inferred.error.message}`)
    return inferred.value
  }

  /** What stands at each port, of the shapes of all inputs in order, without the batch. */
  #types(
    shapes: readonly (readonly (number | null)[])[],
    masks: readonly (tf.Tensor | null)[] = []
  ): Readonly<Record<string, readonly TensorType[]>> {
    let place = 0
    return Object.fromEntries(
      Object.entries(this.#config.dtypes).map(([port, dtypes]) => [
        port,
        dtypes.map(dtype => {
          const i = place++
          return tensor(shapes[i] ?? [], dtype, !!masks[i])
        })
      ])
    )
  }
}

/** Whether a tensor may come in where a shape was declared. */
function fits(declared: Shape, shape: readonly number[]): boolean {
  return declared.length === shape.length && declared.every((d, axis) => d === null || d === shape[axis])
}

tf.serialization.registerClass(BlockpropBlock)
