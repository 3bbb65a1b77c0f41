import { expect, it } from 'vitest'
import { circle } from './circle'
import type { Dataset } from './dataset'
import { gaussians } from './gaussians'
import { spiral } from './spiral'
import { xor } from './xor'

type Point = readonly [x: number, y: number]

/** The place of the nearest of some points. */
function nearest([x, y]: Point, points: readonly Point[]): number {
  const far = points.map(([a, b]) => Math.hypot(x - a, y - b))
  return far.indexOf(Math.min(...far))
}

function armAt([x, y]: Point): number {
  const turned = Math.atan2(y, x) - 2 * Math.PI * 1.5 * Math.hypot(x, y)
  return Math.cos(turned) > 0 ? 0 : 1
}

it.each<[Dataset, string, number, (point: Point) => number]>([
  [circle, 'inside a ring of 0.6', 0.99, ([x, y]) => (Math.hypot(x, y) < 0.6 ? 0 : 1)],
  [xor, 'of the same sign', 0.98, ([x, y]) => (x * y > 0 ? 0 : 1)],
  [
    gaussians,
    'nearest to the centre',
    0.95,
    point =>
      nearest(point, [
        [-0.55, -0.4],
        [0.55, -0.4],
        [0, 0.55]
      ])
  ],
  [spiral, 'on an arm of one and a half turns', 0.97, armAt]
])('$id: its points lie where its rule says, $1', async (dataset, _what, share, rule) => {
  // Nothing is read: the samples are made.
  const loaded = await dataset.load(() => Promise.reject(new Error('offline')))
  if (!loaded.ok) throw new Error(loaded.error.message)
  const { columns, size } = loaded.value
  const points = columns.get('point')?.stored ?? []
  const labels = columns.get('label')?.stored ?? []
  const right = Array.from({ length: size }, (_, i) => rule([points[i * 2] ?? 0, points[i * 2 + 1] ?? 0]))
  expect(right.filter((label, i) => label === labels[i]).length / size).toBeGreaterThanOrEqual(share)
  expect(Math.max(...points.map(Math.abs))).toBeLessThan(1.6)
})

it('classes take turns, rounded to thousandths', () => {
  if (spiral.origin.kind !== 'generated') return expect.unreachable()
  const lines = new TextDecoder().decode(spiral.origin.make()).split('\n')
  expect(lines.slice(0, 3)).toEqual(['x,y,label', '-0.995,0.090,first arm', '0.519,-0.738,second arm'])
  expect(lines.slice(1, -1).every(line => /^-?\d\.\d{3},-?\d\.\d{3},/.test(line))).toBe(true)
})
