import { addAt, at, fill, lengthOf, ndArray, zeros } from '../nd-array'
import type { ConstantAttributes, NoAttributes } from '../program'
import { expect, NumbersError, single, typeText } from './operation'

export const constant = single<ConstantAttributes, 0>(0, {
  type: (_, { shape, dtype, data }) => {
    expect(
      data.length === lengthOf(shape),
      () => `[${shape}] holds ${lengthOf(shape)} numbers, got ${data.length}`
    )
    expect(data.every(Number.isFinite), () => 'constants must be finite: take −1e9 in place of −∞')
    expect(
      dtype === 'float32' || data.every(Number.isInteger),
      () => `int32 constants must be whole, got ${data.find(v => !Number.isInteger(v))}`
    )
    return { shape, dtype }
  },
  forward: (_, { shape, dtype, data }) => ndArray(shape, data, dtype)
})

/** Rows of a table `[rows, ...]` by int32 indices `[...]`. */
export const gather = single<NoAttributes, 2>(2, {
  type: ([table, indices]) => {
    expect(table.shape.length >= 1, () => 'the table needs an axis of rows, got a scalar')
    expect(indices.dtype === 'int32', () => `indices must be int32, got ${typeText(indices)}`)
    return { shape: [...indices.shape, ...table.shape.slice(1)], dtype: table.dtype }
  },
  forward: ([table, indices]) => {
    const [rows, rowLength] = [at(table.shape, 0), lengthOf(table.shape.slice(1))]
    indices.data.forEach((index, i) => {
      if (index < 0 || index >= rows)
        throw new NumbersError(`index ${index} at position ${i}: expected 0 to ${rows - 1}`)
    })
    return fill(
      [...indices.shape, ...table.shape.slice(1)],
      i => at(table.data, at(indices.data, Math.floor(i / rowLength)) * rowLength + (i % rowLength)),
      table.dtype
    )
  },
  gradient: (g, [table, indices]) => {
    if (table.dtype === 'int32') return []
    const gt = zeros(table.shape)
    const rowLength = lengthOf(table.shape.slice(1))
    g.data.forEach((v, i) =>
      addAt(gt.data, at(indices.data, Math.floor(i / rowLength)) * rowLength + (i % rowLength), v)
    )
    return [gt]
  }
})

/** 1 at the place of each int32 index, 0 elsewhere; a row of zeros for an index outside (as Keras does). */
export const oneHot = single<{ readonly depth: number }, 1>(1, {
  type: ([x], { depth }) => {
    expect(x.dtype === 'int32', () => `takes int32, got ${typeText(x)}`)
    expect(Number.isInteger(depth) && depth >= 1, () => `depth must be a whole number from 1, got ${depth}`)
    return { shape: [...x.shape, depth], dtype: 'float32' }
  },
  forward: ([x], { depth }) =>
    fill([...x.shape, depth], i => (at(x.data, Math.floor(i / depth)) === i % depth ? 1 : 0))
})
