import { describe, expect, it } from 'vitest'
import { BLOCKS, layerBlockOf } from '../../shared/blocks/registry'
import { groupBlocks, searchBlocks } from './search'

const found = (query: string) => searchBlocks(BLOCKS.values(), query).map(({ block }) => block.type)

describe('searchBlocks', () => {
  it.each([
    ['dense', 'dense'],
    ['DENS', 'dense'],
    ['fully connected', 'dense'],
    ['connected fully', 'dense'],
    ['fully-con', 'dense'],
    ['target', 'output'],
    ['relu', 'relu'],
    ['gelu', 'activation'],
    ['swish', 'activation'],
    ['pool', 'maxPooling2d'],
    ['max pooling', 'maxPooling2d'],
    ['maxpooling2d', 'maxPooling2d'],
    ['overfitting', 'dropout'],
    ['dnese', 'dense'],
    ['dropuot', 'dropout'],
    ['convlution', 'conv2d'],
    ['overfiting', 'dropout'],
    ['transformr', 'multiHeadAttention'],
    ['image max', 'maxPooling2d'],
    ['image', 'conv2d'],
    ['text', 'embedding'],
    ['skip connection', 'add']
  ])('%s finds %s first', (query, type) => {
    expect(found(query)[0]).toBe(type)
  })

  it.each([
    ['image', ['conv2d', 'maxPooling2d', 'flatten']],
    ['photo', ['conv2d']],
    ['text', ['embedding', 'lstm', 'multiHeadAttention']],
    ['time series', ['lstm', 'layerNormalization']],
    ['classification', ['dense', 'output']],
    ['skip connection', ['add', 'concatenate']],
    ['faster training', ['batchNormalization', 'layerNormalization']],
    ['last layer', ['dense', 'activation']]
  ])('what people want to do finds what does it: %s', (query, types) => {
    expect(found(query)).toEqual(expect.arrayContaining(types))
  })

  it('puts a name before another name, and that before a task', () => {
    const dense = layerBlockOf('dense')
    const called = (label: string, aliases: readonly string[], tasks: readonly string[]) => ({
      ...dense,
      type: label,
      label,
      aliases,
      tasks
    })
    const blocks = [called('Xa', [], ['blend']), called('Xb', ['blend'], []), called('Blend', [], [])]
    expect(searchBlocks(blocks, 'blend').map(({ block }) => block.label)).toEqual(['Blend', 'Xb', 'Xa'])
    // What is spelled right comes before what is only near.
    expect(searchBlocks([called('Blond', [], []), blocks[0] ?? dense], 'blend').map(one => one.why)).toEqual([
      'blend',
      undefined
    ])
  })

  it.each([
    ['fully', 'dense', 'fully connected'],
    ['overfit', 'dropout', 'overfitting'],
    ['dense', 'dense', undefined]
  ])('%s says why it found %s', (query, type, why) => {
    const one = searchBlocks(BLOCKS.values(), query).find(({ block }) => block.type === type)
    expect(one?.why).toBe(why)
  })

  it.each(['xyzzy', '   ', '-'])('finds nothing for %j', query => {
    expect(found(query)).toEqual([])
  })
})

describe('groupBlocks', () => {
  const groups = groupBlocks(BLOCKS.values())

  it('gives every block once', () => {
    const types = groups.flatMap(({ blocks }) => blocks.map(block => block.type))
    expect(types.toSorted()).toEqual([...BLOCKS.keys()].toSorted())
  })

  it('keeps the blocks of a group together', () => {
    expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length)
  })
})
