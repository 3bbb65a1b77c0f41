/** What recurrent blocks share: their parameters, what they take, and PyTorch's packed sequences. */
import { call, index, method, name, neg, slice, tuple, type PyExpr } from '../codegen/python/expr'
import { packing, torch } from '../codegen/python/modules'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import { fail, ok, type Result } from '../result'
import type { Mistake, TorchIo, TorchLayer } from './block'
import { flag, int, type Values } from './params'
import { shapeText, tensor, type TensorType } from './tensor-type'
import { transposed } from './torch-weights'
import { glorotUniform, trained, type Initializer, type Weight } from './weights'

export const recurrentParams = {
  units: int({
    label: 'Units',
    help: 'How many numbers its memory holds, and each result.',
    default: 32,
    min: 1
  }),
  returnSequences: flag({
    label: 'Every step',
    help: 'Gives a result for each step; otherwise only the one after the last step.',
    default: false
  })
} as const

type Recurrent = Values<typeof recurrentParams>

export function recurrentCard(p: Recurrent): string {
  return `${p.units} units · ${p.returnSequences ? 'every step' : 'last step'}`
}

/** `[time, features]` → `[time, units]`, which keeps the mask, or `[units]`. */
export function inferRecurrent(
  label: string,
  x: TensorType,
  p: Recurrent
): Result<readonly TensorType[], Mistake> {
  const [time, features] = x.shape
  if (x.dtype === 'int32')
    return fail({
      port: 'in',
      message: `${label} reads vectors, but gets token ids: an Embedding turns each id into a vector.`,
      why: 'token-ids',
      expected: 'vectors',
      ...(x.shape.length === 1 && { hints: [{ kind: 'insert-before', port: 'in', type: 'embedding' }] })
    })
  if (x.shape.length !== 2 || time === undefined || features == null)
    return fail({
      port: 'in',
      message: `${label} reads a sequence of time × features, but gets ${shapeText(x.shape)}.`,
      expected: 'a sequence'
    })
  return ok([p.returnSequences ? tensor([time, p.units], 'float32', x.mask) : tensor([p.units])])
}

/** `kernel` `[features, gates · units]` and `recurrentKernel` `[units, gates · units]`, as Keras has them. */
export function recurrentKernels(x: TensorType, p: Recurrent, gates: number): readonly Weight[] {
  const kernel = [x.shape[1] ?? 0, gates * p.units]
  return [
    trained('kernel', kernel, glorotUniform(kernel)),
    trained('recurrentKernel', [p.units, gates * p.units], { kind: 'orthogonal' })
  ]
}

/** The state before the first step: zeros. */
export function firstState(b: OpsBuilder, p: Recurrent): Value {
  return b.constant({ shape: [b.batch, p.units], data: new Float32Array(b.batch * p.units) })
}

/** What a scan gives: its first output, or its first carry after the last step. */
export function recurrentResult(
  p: Recurrent,
  { carries, outputs }: { readonly carries: readonly Value[]; readonly outputs: readonly Value[] }
): readonly Value[] {
  return (p.returnSequences ? outputs : carries).slice(0, 1)
}

/** The weights of a module whose second bias, which only PyTorch has, stays at zero. */
export function withOneBias(
  x: TensorType,
  p: Recurrent,
  gates: number,
  bias: Initializer
): Pick<TorchLayer, 'state' | 'init' | 'unused'> {
  return {
    state: weight => {
      const only = weight('bias')
      return {
        weight_ih_l0: transposed(weight('kernel'), [1, 0]),
        weight_hh_l0: transposed(weight('recurrentKernel'), [1, 0]),
        bias_ih_l0: only,
        bias_hh_l0: { ...only, data: new Float32Array(only.data.length) }
      }
    },
    init: {
      weight_ih_l0: glorotUniform([x.shape[1] ?? 0, gates * p.units]),
      weight_hh_l0: { kind: 'orthogonal' },
      bias_ih_l0: bias
    },
    unused: ['bias_hh_l0']
  }
}

/**
 * How a module of PyTorch is run on a sequence; with a mask it is packed, as steps of padding must not count.
 * `hasCell`: its state is a pair, as that of `nn.LSTM`.
 */
export function runRecurrent(
  p: Recurrent,
  io: TorchIo<{ readonly in: 'one' }>,
  { hasCell = false }: { readonly hasCell?: boolean } = {}
): Pick<TorchLayer, 'before' | 'forward' | 'mask'> {
  const x = io.take('in', 'plain')
  const mask = io.mask('in')
  if (!mask)
    return {
      forward: self => {
        const sequence = index(call(self, [x]), 0)
        return p.returnSequences ? sequence : index(sequence, slice(), neg(1))
      }
    }
  const packed = io.local('packed')
  const hidden = io.local('hidden')
  const run = (self: PyExpr): readonly (readonly [PyExpr, PyExpr])[] => [
    [
      packed,
      call(packing('pack_padded_sequence'), [x, method(method(mask, 'sum', [1]), 'cpu')], {
        batch_first: true,
        enforce_sorted: false
      })
    ],
    [tuple([packed, hasCell ? tuple([hidden, name('_')]) : hidden]), call(self, [packed])]
  ]
  if (!p.returnSequences) return { before: run, forward: () => index(hidden, neg(1)) }
  const padded = io.local('padded')
  return {
    before: self => [
      ...run(self),
      [
        tuple([padded, name('_')]),
        call(packing('pad_packed_sequence'), [packed], {
          batch_first: true,
          total_length: method(x, 'size', [1])
        })
      ]
    ],
    // Steps of padding repeat the last result.
    forward: () =>
      call(torch('where'), [
        method(mask, 'unsqueeze', [neg(1)]),
        padded,
        method(index(hidden, neg(1)), 'unsqueeze', [1])
      ]),
    mask
  }
}
