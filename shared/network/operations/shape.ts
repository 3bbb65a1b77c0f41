import { addAt, at, fill, lengthOf, positions, stridesOf, zeros, type NdArray } from '../nd-array'
import type { ArrayType, Attributes, Pair } from '../program'
import { broadcastPositions, broadcastShapes } from './broadcasting'
import { expect, single, typeText, type Operation } from './operation'

/** An operation whose result is made of numbers of its operand, each read from the position `from` names. */
function rearrangement<A>(
  shape: (x: readonly number[], attributes: A) => readonly number[],
  from: (x: readonly number[], attributes: A) => Int32Array
): Operation<A> {
  return single<A, 1>(1, {
    type: ([x], attributes) => ({ shape: shape(x.shape, attributes), dtype: x.dtype }),
    forward: ([x], attributes) => {
      const sources = from(x.shape, attributes)
      return fill(shape(x.shape, attributes), i => at(x.data, at(sources, i)), x.dtype)
    },
    gradient: (g, [x], _, attributes) => {
      const gx = zeros(x.shape)
      from(x.shape, attributes).forEach((source, i) => addAt(gx.data, source, at(g.data, i)))
      return [gx]
    }
  })
}

export const reshape = rearrangement<Attributes['reshape']>(
  (x, { shape }) => {
    expect(
      lengthOf(shape) === lengthOf(x) && shape.every(d => Number.isInteger(d) && d >= 0),
      () => `[${x}] holds ${lengthOf(x)} numbers, [${shape}] would hold ${lengthOf(shape)}`
    )
    return shape
  },
  x => Int32Array.from({ length: lengthOf(x) }, (_, i) => i)
)

export const transpose = rearrangement<Attributes['transpose']>(
  (x, { perm }) => {
    expect(
      perm.length === x.length && x.every((_, axis) => perm.includes(axis)),
      () => `the order of axes must name each of 0 to ${x.length - 1} once for [${x}], got [${perm}]`
    )
    return perm.map(axis => at(x, axis))
  },
  (x, { perm }) => {
    const strides = stridesOf(x)
    return positions(
      perm.map(axis => at(x, axis)),
      perm.map(axis => at(strides, axis))
    )
  }
)

export const slice = rearrangement<Attributes['slice']>(
  (x, { begin, size }) => {
    expect(
      begin.length === x.length &&
        size.length === x.length &&
        x.every(
          (d, axis) => at(begin, axis) >= 0 && at(size, axis) >= 0 && at(begin, axis) + at(size, axis) <= d
        ),
      () => `no part of [${x}] begins at [${begin}] with size [${size}]`
    )
    return size
  },
  (x, { begin, size }) => positions(size, stridesOf(x), flat(begin, x))
)

export const reverse = rearrangement<Attributes['reverse']>(
  (x, { axis }) => {
    checkAxis(x, axis)
    return x
  },
  (x, { axis }) => {
    const strides = stridesOf(x)
    return positions(
      x,
      strides.map((stride, a) => (a === axis ? -stride : stride)),
      (at(x, axis) - 1) * at(strides, axis)
    )
  }
)

export const broadcast = rearrangement<Attributes['broadcast']>(
  (x, { shape }) => {
    expect(
      String(broadcastShapes(x, shape)) === String(shape),
      () => `[${x}] can't be repeated to [${shape}]: from the last axis on, lengths must agree or be 1`
    )
    return shape
  },
  (x, { shape }) => broadcastPositions(x, shape)
)

function padShape(x: readonly number[], pairs: readonly Pair[]): readonly number[] {
  expect(
    pairs.length === x.length && pairs.flat().every(n => Number.isInteger(n) && n >= 0),
    () => `padding needs two whole numbers from 0 for each axis of [${x}], got [${pairs.join(' ')}]`
  )
  return x.map((d, axis) => d + (pairs[axis]?.[0] ?? 0) + (pairs[axis]?.[1] ?? 0))
}

/** Where the numbers of x lie in the padded array. */
function padTargets(x: readonly number[], pairs: readonly Pair[]): Int32Array {
  const shape = padShape(x, pairs)
  return positions(
    x,
    stridesOf(shape),
    flat(
      pairs.map(([before]) => before),
      shape
    )
  )
}

export const pad = single<Attributes['pad'], 1>(1, {
  type: ([x], { pairs }) => ({ shape: padShape(x.shape, pairs), dtype: x.dtype }),
  forward: ([x], { pairs, value }) => {
    const y = fill(padShape(x.shape, pairs), () => value, x.dtype)
    padTargets(x.shape, pairs).forEach((target, i) => (y.data[target] = at(x.data, i)))
    return y
  },
  gradient: (g, [x], _, { pairs }) => {
    const to = padTargets(x.shape, pairs)
    return [fill(x.shape, i => at(g.data, at(to, i)))]
  }
})

function concatType(parts: readonly ArrayType[], axis: number): ArrayType {
  const [first] = parts
  expect(first !== undefined, () => 'takes one operand or more, got none')
  checkAxis(first.shape, axis)
  expect(
    parts.every(
      p =>
        p.dtype === first.dtype &&
        p.shape.length === first.shape.length &&
        p.shape.every((d, a) => a === axis || d === first.shape[a])
    ),
    () => `only axis ${axis} may differ, got ${parts.map(typeText).join(' and ')}`
  )
  const length = parts.reduce((n, p) => n + at(p.shape, axis), 0)
  return { shape: first.shape.map((d, a) => (a === axis ? length : d)), dtype: first.dtype }
}

/** Where the numbers of each part lie in the whole. */
function concatTargets(parts: readonly ArrayType[], axis: number): readonly Int32Array[] {
  const strides = stridesOf(concatType(parts, axis).shape)
  let before = 0
  return parts.map(part => {
    const targets = positions(part.shape, strides, before * at(strides, axis))
    before += at(part.shape, axis)
    return targets
  })
}

export const concat = single<Attributes['concat'], 'many'>('many', {
  type: (parts, { axis }) => concatType(parts, axis),
  forward: (parts, { axis }) => {
    const { shape, dtype } = concatType(parts, axis)
    const y = zeros(shape, dtype)
    concatTargets(parts, axis).forEach((targets, p) =>
      targets.forEach((target, i) => (y.data[target] = at((parts[p] as NdArray).data, i)))
    )
    return y
  },
  gradient: (g, parts, _, { axis }) =>
    concatTargets(parts, axis).map((targets, p) =>
      fill((parts[p] as NdArray).shape, i => at(g.data, at(targets, i)))
    )
})

function flat(index: readonly number[], shape: readonly number[]): number {
  return stridesOf(shape).reduce((sum, stride, axis) => sum + stride * at(index, axis), 0)
}

function checkAxis(shape: readonly number[], axis: number): void {
  expect(Number.isInteger(axis) && axis >= 0 && axis < shape.length, () => `[${shape}] has no axis ${axis}`)
}
