import { describe, expect, it } from 'vitest'
import { createBuilder, type OpsBuilder } from './builder'
import { ProgramError } from './operations/operation'
import type { Value } from './program'

const build = (training = true): OpsBuilder => createBuilder({ batch: 2, training })
const image = (b: OpsBuilder): Value => b.input('image', [2, 5, 5, 3], 'float32')

describe('what does not fit is told with words', () => {
  it.each<readonly [string, (b: OpsBuilder) => unknown, string]>([
    [
      'kernel',
      b => b.conv(image(b), b.weight('k', [3, 3, 4, 8])),
      'conv: the kernel expects 4 channels, got 3'
    ],
    [
      'kernel rank',
      b => b.conv(image(b), b.weight('k', [3, 3, 8])),
      'conv: the kernel must be [...2 spatial axes'
    ],
    ['window', b => b.conv(image(b), b.weight('k', [7, 7, 3, 8])), 'reaches over 7 does not fit into 5'],
    [
      'groups',
      b => b.conv(image(b), b.weight('k', [3, 3, 1, 8]), { groups: 3 }),
      "8 channels can't be split into 3"
    ],
    [
      'strides',
      b => b.conv(image(b), b.weight('k', [3, 3, 3, 8]), { strides: [1] }),
      'strides needs 2 entries'
    ],
    [
      'padding',
      b =>
        b.conv(image(b), b.weight('k', [3, 3, 3, 8]), {
          padding: [
            [-1, 0],
            [0, 0]
          ]
        }),
      'must not be negative'
    ],
    [
      'crop',
      b =>
        b.convTranspose(image(b), b.weight('k', [1, 1, 8, 3]), {
          padding: [
            [5, 0],
            [0, 0]
          ]
        }),
      'leaves nothing of 5'
    ],
    [
      'pool padding',
      b =>
        b.maxPool(image(b), {
          size: [2, 2],
          padding: [
            [2, 0],
            [0, 0]
          ]
        }),
      'must be less than the window, 2'
    ],
    ['spatial rank', b => b.maxPool(b.input('x', [2, 3], 'float32'), { size: [2] }), '1 to 3 spatial axes'],
    [
      'resize',
      b => b.resize(image(b), { size: [0, 2], method: 'nearest' }),
      'size needs 2 whole numbers from 1, got [0,2]'
    ],
    ['matmul', b => b.matmul(b.weight('a', [2, 3]), b.weight('b', [4, 5])), '2 × 3 times 4 × 5 does not go'],
    ['matmul rank', b => b.matmul(b.weight('a', [3]), b.weight('b', [3, 5])), 'takes matrices'],
    [
      'broadcast',
      b => b.add(b.weight('a', [2, 3]), b.weight('b', [4, 3])),
      '[2,3] and [4,3] do not go together'
    ],
    ['kinds', b => b.add(b.weight('a', [2]), b.weight('b', [2], 'int32')), 'got float32[2] and int32[2]'],
    ['whole numbers', b => b.exp(b.weight('a', [2], 'int32')), 'takes float32, got int32[2]: cast it first'],
    ['fractions', b => b.add(b.weight('a', [2], 'int32'), 0.5), 'int32 constants must be whole, got 0.5'],
    ['infinity', b => b.add(b.weight('a', [2]), -Infinity), 'constants must be finite'],
    ['axes', b => b.sum(b.weight('a', [2, 3]), [2]), 'axes [2] must be different and among the 2'],
    ['axis', b => b.softmax(b.weight('a', [2, 3]), 2), 'float32[2,3] has no axis 2'],
    ['reshape', b => b.reshape(b.weight('a', [2, 3]), [4, -1]), '[2,3] holds 6 numbers'],
    ['transpose', b => b.transpose(b.weight('a', [2, 3]), [0, 0]), 'must name each of 0 to 1 once'],
    ['concat', b => b.concat([b.weight('a', [2, 3]), b.weight('b', [3, 3])], 1), 'only axis 1 may differ'],
    ['nothing', b => b.concat([], 0), 'takes one operand or more'],
    [
      'slice',
      b => b.slice(b.weight('a', [2, 3]), [1, 0], [2, 3]),
      'no part of [2,3] begins at [1,0] with size [2,3]'
    ],
    ['pad', b => b.pad(b.weight('a', [2, 3]), [[0, 1]]), 'two whole numbers from 0 for each axis'],
    ['repeat', b => b.broadcast(b.weight('a', [2, 3]), [2, 1]), "[2,3] can't be repeated to [2,1]"],
    ['indices', b => b.gather(b.weight('a', [2, 3]), b.weight('i', [2])), 'indices must be int32'],
    ['depth', b => b.oneHot(b.weight('i', [2], 'int32'), 0), 'depth must be a whole number from 1'],
    ['probability', b => b.bernoulli([2], 1.5), 'probability must be from 0 to 1, got 1.5'],
    [
      'classes',
      b => b.softmaxCrossEntropy(b.weight('a', [2, 3]), b.weight('i', [3], 'int32')),
      'takes logits [..., classes] and class indices [...]'
    ],
    [
      'targets',
      b => b.sigmoidCrossEntropy(b.weight('a', [2, 1]), b.weight('t', [2])),
      'of one shape, got float32[2,1] and float32[2]'
    ],
    [
      'weight',
      b => [b.weight('a', [2]), b.weight('a', [3])],
      'weight "a" is float32[2], asked for as float32[3]'
    ],
    ['input', b => [image(b), image(b)], 'there is already an input "image"'],
    ['shape', b => b.weight('a', [2.5]), '[2.5] is not a shape']
  ])('%s', (_, f, words) => {
    const b = build()
    const attempt = (): unknown => b.scope('group/0/block', () => f(b))
    expect(attempt).toThrow(ProgramError)
    expect(attempt).toThrow(/^group\/0\/block: /)
    const again = build()
    expect(() => f(again)).toThrow(words)
  })

  it.each<readonly [string, (b: OpsBuilder, x: Value, h: Value) => unknown, string]>([
    [
      'time',
      (b, _, h) => b.scan({ carries: [h], inputs: [], body: () => ({ carries: [h], outputs: [] }) }),
      'needs an input or a mask'
    ],
    [
      'carry',
      (b, x, h) =>
        b.scan({ carries: [h], inputs: [x], body: (_, __, [s = x]) => ({ carries: [s], outputs: [] }) }),
      'carry 0 of a step must be float32[2,3], got float32[2,4]'
    ],
    [
      'no carry',
      (b, x, h) => b.scan({ carries: [h], inputs: [x], body: () => ({ carries: [], outputs: [] }) }),
      'must return 1 carries, got 0'
    ],
    [
      'mask',
      (b, x) =>
        b.scan({
          carries: [],
          inputs: [x],
          mask: b.weight('m', [2, 4], 'int32'),
          body: (_, __, outputs) => ({ carries: [], outputs })
        }),
      'the mask must be int32[2,5], got int32[2,4]'
    ]
  ])('scan: %s', (_, f, words) => {
    const b = build()
    const x = b.input('x', [2, 5, 4], 'float32')
    expect(() => f(b, x, b.weight('h', [2, 3]))).toThrow(words)
  })

  it('a value out of a scan or of another program is not known', () => {
    const b = build()
    const x = b.input('x', [2, 5, 4], 'float32')
    let leaked = x
    b.scan({
      carries: [],
      inputs: [x],
      body: (_, __, [step = x]) => {
        leaked = step
        return { carries: [], outputs: [] }
      }
    })
    expect(() => b.neg(leaked)).toThrow("belongs to a scan's body or another program")
    expect(() => build().neg(x)).toThrow('is not known here')
  })
})

describe('weights', () => {
  it('are assigned in training, and asked for again give what was assigned', () => {
    const b = build()
    const mean = b.weight('mean', [2])
    b.assign(mean, b.mul(mean, 0.9))
    const second = b.weight('mean', [2])
    b.assign(second, b.mul(second, 0.9))
    const { assignments, instructions } = b.finish({})
    expect(Object.keys(assignments)).toEqual(['mean'])
    expect(assignments['mean']).toEqual(instructions.at(-1)?.outputs[0])
    expect(instructions.at(-1)?.inputs[0]).toEqual(second)
  })

  it.each<readonly [string, boolean, (b: OpsBuilder) => void, string]>([
    [
      'in inference',
      false,
      b => b.assign(b.weight('m', [2]), b.constant({ shape: [2], data: [1, 2] })),
      'only in training'
    ],
    [
      'of another shape',
      true,
      b => b.assign(b.weight('m', [2]), b.constant(1)),
      'weight "m" is float32[2], got float32[]'
    ],
    ['to what is no weight', true, b => b.assign(b.constant(1), b.constant(2)), 'is not a weight']
  ])('are not assigned %s', (_, training, f, words) => {
    expect(() => f(build(training))).toThrow(words)
  })
})

describe('constants', () => {
  it('are written down once for a number, and outside of scans', () => {
    const b = build()
    const x = b.input('x', [2, 5, 4], 'float32')
    b.scan({
      carries: [],
      inputs: [x],
      body: (inner, _, [step = x]) => ({ carries: [], outputs: [inner.add(step, 1)] })
    })
    b.mul(b.add(x, 1), b.weight('n', [4]))
    b.add(b.weight('whole', [4], 'int32'), 1)
    expect(b.finish({}).instructions.map(({ op }) => op)).toEqual([
      'constant',
      'scan',
      'add',
      'mul',
      'constant',
      'add'
    ])
  })
})

describe('masks', () => {
  it('travel beside a value, and results carry none', () => {
    const b = build()
    const mask = b.input('mask', [2, 3], 'int32')
    const x = b.withMask(b.input('x', [2, 3, 4], 'float32'), mask)
    expect(x.mask).toEqual(mask)
    expect(b.neg(x)).not.toHaveProperty('mask')
    expect(b.withMask(x, undefined)).not.toHaveProperty('mask')
    expect(b.finish({ x }).outputs['x']?.mask).toEqual(mask)
  })
})
