import { describe, expect, it } from 'vitest'
import { flattenNetwork } from '../../network/flatten'
import { interpret } from '../../network/interpret'
import { countWeights } from '../../network/summary'
import { traceNetwork } from '../../network/trace'
import { readParams } from '../params'
import { BLOCKS, blockOf } from '../registry'
import { caseNetwork, TESTED } from './case-network'
import { caseNumbers } from './case-numbers'
import { ALL_CASES, ALL_REFUSALS, TABLES } from './registry'

const layers = [...BLOCKS.values()].filter(block => block.kind === 'layer')

describe('the tables of cases', () => {
  it('are those of the blocks that compute', () => {
    expect(Object.keys(TABLES).toSorted()).toEqual(layers.map(block => block.type).toSorted())
  })

  it.each(layers.map(block => [block.type, block] as const))('%s: varies every parameter', (type, block) => {
    const rows = TABLES[type]?.cases ?? []
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(row => row.name)).size).toBe(rows.length)
    const given = rows.map(row => {
      expect(Object.keys(block.params)).toEqual(expect.arrayContaining(Object.keys(row.params ?? {})))
      const read = readParams(block.params, row.params ?? {})
      if (!read.ok) throw new Error(read.error.map(mistake => mistake.message).join(', '))
      return read.value
    })
    const neverVaried = Object.keys(block.params).filter(
      name => new Set(given.map(values => JSON.stringify(values[name]))).size < 2
    )
    expect(neverVaried).toEqual([])
  })
})

it.each(ALL_CASES)('%s, %s: shape, mask and weights are as the table says', (type, _name, row) => {
  const network = flattenNetwork(caseNetwork(type, row))
  if (!network.ok) throw new Error(network.error)
  expect(network.value.outputs.map(output => output.type)).toEqual([
    { shape: row.shape, dtype: 'float32', mask: row.mask === true }
  ])
  const tested = network.value.layers.filter(layer => layer.path === TESTED)
  expect(countWeights({ ...network.value, layers: tested }).parameters).toBe(row.weights)

  const { batch, time, inputs, weights, cotangents } = caseNumbers(network.value, row)
  const program = traceNetwork(network.value, { batch, time, training: row.training === true })
  const result = interpret(program, {
    inputs: Object.fromEntries(inputs),
    weights: Object.fromEntries(weights)
  })
  if (!result.ok) throw new Error(result.error.message)
  for (const [block, cotangent] of cotangents) {
    const output = result.value.outputs[block]
    expect(output?.shape).toEqual(cotangent.shape)
    expect(output?.data.every(Number.isFinite)).toBe(true)
  }
})

it.each(ALL_REFUSALS)('%s refuses %s', (type, _name, { params = {}, inputs, port = 'in', says, hint }) => {
  const block = blockOf(type)
  if (block?.kind !== 'layer') throw new Error(`${type} is no layer`)
  const values = readParams(block.params, params)
  if (!values.ok) throw new Error('parameters out of range')
  const inferred = block.infer(inputs as Parameters<typeof block.infer>[0], values.value)
  if (inferred.ok) throw new Error('it was taken')
  expect(inferred.error).toMatchObject({ port, message: expect.stringContaining(says) as unknown })
  expect(inferred.error.hints ?? []).toEqual(hint ? [hint] : [])
})
