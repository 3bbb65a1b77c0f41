import { describe, expect, it } from 'vitest'
import { writeSafetensors } from '../formats/safetensors'
import type { Plain, PlainWeights } from './protocol'
import { readWeightsFile, writeWeightsFile } from './weights-file'

function written(weights: PlainWeights): Uint8Array {
  const bytes = writeWeightsFile(weights)
  if (!bytes.ok) throw new Error(bytes.error)
  return bytes.value
}

describe('the file of trained weights', () => {
  it('gives back every number, odd ones too, and the shapes', () => {
    const weights = new Map<string, Plain>([
      ['residual-1/0/dense-1/kernel', { shape: [2, 2], data: new Float32Array([1, -0, 1e-40, Infinity]) }],
      ['bias', { shape: [], data: new Float32Array([NaN]) }],
      ['none', { shape: [0, 3], data: new Float32Array() }]
    ])
    expect(readWeightsFile(written(weights))).toEqual({ ok: true, value: weights })
  })

  it('takes numbers from the middle of a larger buffer', () => {
    const whole = new Float32Array([7, 1, 2, 7])
    const read = readWeightsFile(written(new Map([['w', { shape: [2], data: whole.subarray(1, 3) }]])))
    expect(read).toEqual({
      ok: true,
      value: new Map([['w', { shape: [2], data: new Float32Array([1, 2]) }]])
    })
  })

  it('leaves what is not float32', () => {
    const bytes = writeSafetensors(
      new Map([['n', { dtype: 'int32', shape: [1], data: new Int32Array([3]) }]])
    )
    expect(readWeightsFile(bytes.ok ? bytes.value : new Uint8Array())).toEqual({ ok: true, value: new Map() })
  })

  it.each([
    ['nothing', () => new Uint8Array(), 'at least 8 bytes, got 0'],
    ['a file that was cut short', (whole: Uint8Array) => whole.subarray(0, -1), 'cut off or damaged']
  ])('refuses %s in words', (_what, broken, words) => {
    const read = readWeightsFile(broken(written(new Map([['w', { shape: [1], data: new Float32Array(1) }]]))))
    expect(read.ok ? '' : read.error).toContain(words)
  })
})
