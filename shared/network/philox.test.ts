import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normals, permutation, philox, randomWords, uniforms } from './philox'

describe('philox', () => {
  it.each([
    ['zeros', [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
    [
      'ones',
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]
    ],
    [
      'digits of pi',
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
    ]
  ] as const)('gives the answer known from Random123 for %s', (_, [c0, c1, c2, c3], [k0, k1], expected) => {
    const words = new Uint32Array(4)
    philox(c0, c1, c2, c3, k0, k1, words, 0)
    expect(Array.from(words)).toEqual(expected)
  })
})

describe('random numbers', () => {
  const first = Array.from(randomWords(1, 2, 'block#0', 8, 3))

  it('depend on the index alone: a longer draw begins with the shorter one', () => {
    expect(Array.from(randomWords(1, 2, 'block#0', 5, 3))).toEqual(first.slice(0, 5))
  })

  it.each([
    ['seed', randomWords(2, 2, 'block#0', 8, 3)],
    ['step', randomWords(1, 3, 'block#0', 8, 3)],
    ['stream', randomWords(1, 2, 'block#1', 8, 3)],
    ['time', randomWords(1, 2, 'block#0', 8, 4)],
    ['kind of stream', randomWords(1, 2, 0, 8, 3)]
  ])('are others for another %s', (_, words) => {
    expect(Array.from(words).filter((w, i) => w === first[i])).toEqual([])
  })

  it('tell apart streams beyond 32 bits', () => {
    expect(Array.from(randomWords(0, 0, 2 ** 32, 4))).not.toEqual(Array.from(randomWords(0, 0, 0, 4)))
  })

  it('are spread evenly: mean 1/2 and variance 1/12, exact in float32 and below 1', () => {
    const u = Array.from(uniforms(3, 0, 'spread', 100_000))
    const mean = u.reduce((a, b) => a + b, 0) / u.length
    const variance = u.reduce((a, b) => a + (b - mean) ** 2, 0) / u.length
    expect(mean).toBeCloseTo(0.5, 2)
    expect(variance).toBeCloseTo(1 / 12, 2)
    expect(u.every(v => v >= 0 && v < 1 && Number.isInteger(v * 2 ** 24))).toBe(true)
  })

  it('are normal: mean 0, variance 1, kurtosis 3', () => {
    const n = Array.from(normals(3, 0, 'spread', 99_999))
    const moment = (power: number): number => n.reduce((a, b) => a + b ** power, 0) / n.length
    expect(n.length).toBe(99_999)
    expect(moment(1)).toBeCloseTo(0, 1)
    expect(moment(2)).toBeCloseTo(1, 1)
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1)
  })

  it('shuffle: every number once, the same for the same seed and epoch', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(), fc.nat(100), (n, seed, epoch) => {
        const order = permutation(seed, 'shuffle', n, epoch)
        expect(Array.from(order.toSorted())).toEqual(Array.from({ length: n }, (_, i) => i))
        expect(permutation(seed, 'shuffle', n, epoch)).toEqual(order)
      })
    )
  })

  it('put each of three numbers first about equally often', () => {
    const firsts = [0, 0, 0]
    for (let epoch = 0; epoch < 3000; epoch++) {
      const place = permutation(5, 'fair', 3, epoch)[0] ?? -1
      firsts[place] = (firsts[place] ?? NaN) + 1
    }
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
