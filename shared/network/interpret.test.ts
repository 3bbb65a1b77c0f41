import { describe, expect, it } from 'vitest'
import { createBuilder } from './builder'
import { flopsByBlock, flopsOf, memoryOf } from './cost'
import { differentiate, interpret, type Feed } from './interpret'
import { ndArray } from './nd-array'
import { printProgram } from './print-program'

/** Two samples of 3 features through one dense layer to a loss; the running mean of the logits is kept. */
function classifier() {
  const b = createBuilder({ batch: 2, training: true })
  const x = b.input('x', [2, 3], 'float32')
  const label = b.input('label', [2], 'int32')
  const logits = b.scope('dense-1', () =>
    b.add(b.matmul(x, b.weight('dense-1/kernel', [3, 4])), b.weight('dense-1/bias', [4]))
  )
  b.scope('statistics', () => {
    const moving = b.weight('statistics/mean', [4])
    b.assign(moving, b.add(b.mul(moving, 0.9), b.mul(b.mean(logits, [0]), 0.1)))
  })
  const loss = b.scope('output', () => b.softmaxCrossEntropy(logits, label))
  return b.finish({ logits, loss })
}

const program = classifier()
const feed: Feed = {
  inputs: { x: ndArray([2, 3], Float32Array.of(1, 2, 3, 0, 0, 1)), label: ndArray([2], [0, 3], 'int32') },
  weights: {
    'dense-1/kernel': ndArray([3, 4], [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]),
    'dense-1/bias': ndArray([4], [0, 0, 0, 1]),
    'statistics/mean': ndArray([4], [1, 1, 1, 1])
  }
}

describe('interpret', () => {
  it('gives outputs and new weights by name, and every value if asked', () => {
    const run = interpret(program, feed, { trace: true })
    if (!run.ok) throw new Error(run.error.message)
    expect(Array.from(run.value.outputs['logits']?.data ?? [])).toEqual([1, 2, 3, 1, 0, 0, 1, 1])
    const mean = Array.from(run.value.assigned['statistics/mean']?.data ?? [])
    ;[0.95, 1, 1.1, 1].forEach((v, i) => expect(mean[i]).toBeCloseTo(v, 12))
    const product = program.instructions.find(({ op }) => op === 'matmul')?.outputs[0]
    expect(Array.from(run.value.trace?.get(product?.id ?? -1)?.data ?? [])).toEqual([1, 2, 3, 0, 0, 0, 1, 0])
    expect(interpret(program, feed)).not.toHaveProperty('value.trace')
  })

  it.each<readonly [string, Feed, object]>([
    [
      'a missing input',
      { ...feed, inputs: {} },
      { kind: 'input', name: 'x', message: 'input "x": expected float32[2,3], got nothing' }
    ],
    [
      'a wrong shape',
      { ...feed, weights: { ...feed.weights, 'dense-1/bias': ndArray([3], [0, 0, 0]) } },
      {
        kind: 'weight',
        name: 'dense-1/bias',
        message: 'weight "dense-1/bias": expected float32[4], got float32[3]'
      }
    ],
    [
      'a wrong kind',
      { ...feed, inputs: { ...feed.inputs, label: ndArray([2], [0, 1]) } },
      { kind: 'input', name: 'label', message: 'input "label": expected int32[2], got float32[2]' }
    ],
    [
      'too few numbers',
      {
        ...feed,
        inputs: { ...feed.inputs, x: { shape: [2, 3], dtype: 'float32', data: Float32Array.of(1) } }
      },
      { kind: 'input', name: 'x', message: 'input "x": expected 6 numbers for float32[2,3], got 1' }
    ],
    [
      'a class out of range',
      { ...feed, inputs: { ...feed.inputs, label: ndArray([2], [0, 4], 'int32') } },
      { kind: 'block', name: 'output', message: 'output: class 4 at position 1: expected 0 to 3' }
    ]
  ])('says what is wrong with %s', (_, wrong, error) => {
    expect(interpret(program, wrong)).toEqual({ ok: false, error })
  })
})

describe('differentiate', () => {
  const ones = { loss: ndArray([2], [1, 1]) }

  it('gives gradients by input and weight, zeros where nothing depends', () => {
    const run = differentiate(program, feed, ones)
    if (!run.ok) throw new Error(run.error.message)
    const { inputs, weights } = run.value.gradients
    expect(Object.keys(inputs)).toEqual(['x'])
    expect(Array.from(weights['statistics/mean']?.data ?? [])).toEqual([0, 0, 0, 0])
    const bias = Array.from(weights['dense-1/bias']?.data ?? [])
    expect(bias.reduce((a, v) => a + v, 0)).toBeCloseTo(0, 12)
    const shares = (logits: readonly number[]): readonly number[] => {
      const powers = logits.map(Math.exp)
      return powers.map(p => p / powers.reduce((a, v) => a + v, 0))
    }
    const [first, second] = [shares([1, 2, 3, 1]), shares([0, 0, 1, 1])]
    bias.forEach((v, i) => {
      const chosen = i === 0 || i === 3 ? 1 : 0
      expect(v).toBeCloseTo((first[i] ?? NaN) + (second[i] ?? NaN) - chosen, 12)
    })
  })

  it.each([
    ['unknown', { lost: ndArray([], [1]) }, 'cotangent "lost": the program has no such output'],
    ['of a wrong shape', { loss: ndArray([1], [1]) }, 'cotangent "loss": expected float32[2], got float32[1]']
  ])('refuses a cotangent that is %s', (_, cotangents, message) => {
    expect(differentiate(program, feed, cotangents)).toMatchObject({ ok: false, error: { message } })
  })
})

describe('cost', () => {
  it('counts a multiply-add as 2, by block', () => {
    expect(flopsByBlock(program)).toEqual({
      'dense-1': 2 * 2 * 3 * 4 + 8,
      statistics: 4 + 8 + 4 + 4,
      output: 5 * 8
    })
    expect(flopsOf(program)).toBe(56 + 20 + 40)
  })

  it('counts 4 bytes for all that is made', () => {
    expect(memoryOf(program)).toBe(4 * (8 + 8 + 4 + 4 + 4 + 4 + 2))
  })

  it('counts the kernel of a convolution at every place', () => {
    const b = createBuilder({ batch: 1, training: false })
    const y = b.conv(b.input('x', [1, 28, 28, 4], 'float32'), b.weight('k', [3, 3, 2, 8]), { groups: 2 })
    expect(flopsOf(b.finish({ y }))).toBe(2 * 26 * 26 * 8 * 3 * 3 * 2)
  })

  it('counts the body of a scan at every step', () => {
    const b = createBuilder({ batch: 2, training: false })
    const x = b.input('x', [2, 5, 4], 'float32')
    const { outputs } = b.scan({
      carries: [],
      inputs: [x],
      body: (inner, _, [step = x]) => ({ carries: [], outputs: [inner.neg(step)] })
    })
    const scan = b.finish({ y: outputs[0] ?? x })
    expect(flopsOf(scan)).toBe(5 * 8)
    expect(memoryOf(scan)).toBe(4 * (40 + 5 * 8))
  })
})

describe('printProgram', () => {
  it('shows operations under their blocks', () => {
    expect(printProgram(program)).toBe(
      `program for training, batch 2
inputs
  %0 float32[2,3] = x
  %1 int32[2] = label
weights
  %2 float32[3,4] = dense-1/kernel
  %4 float32[4] = dense-1/bias
  %6 float32[4] = statistics/mean
from dense-1
  %3 = matmul(%0, %2, transposeA=false, transposeB=false) : float32[2,4]
  %5 = add(%3, %4) : float32[2,4]
from statistics
  %7 = constant(shape=[], dtype="float32", data=[0.9]) : float32[]
  %8 = mul(%6, %7) : float32[4]
  %9 = mean(%5, axes=[0], keepDims=false) : float32[4]
  %10 = constant(shape=[], dtype="float32", data=[0.1]) : float32[]
  %11 = mul(%9, %10) : float32[4]
  %12 = add(%8, %11) : float32[4]
from output
  %13 = softmaxCrossEntropy(%5, %1) : float32[2]
outputs
  logits = %5
  loss = %13
assignments
  statistics/mean = %12`
    )
  })

  it('shows the step of a scan within it', () => {
    const b = createBuilder({ batch: 2, training: false })
    const x = b.input('x', [2, 5, 4], 'float32')
    const { outputs } = b.scan({
      carries: [b.weight('h', [2, 4])],
      inputs: [x],
      body: (inner, [h = x], [step = x]) => {
        const next = inner.add(h, step)
        return { carries: [next], outputs: [next] }
      }
    })
    expect(
      printProgram(b.finish({ y: outputs[0] ?? x }))
        .split('\n')
        .slice(5, 10)
    ).toEqual([
      'from (no block)',
      '  %5, %6 = scan(%1, %0, length=5, reverse=false, masked=false) : float32[2,4], float32[2,5,4]',
      '    step (%2 float32[2,4]) (%3 float32[2,4])',
      '      %4 = add(%2, %3) : float32[2,4]',
      '    next (%4) outputs (%4)'
    ])
  })
})
