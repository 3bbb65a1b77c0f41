import { describe, expect, it } from 'vitest'
import { BLOCKS } from '../../shared/blocks/registry'
import { searchBlocks } from './search'

const found = (query: string) =>
  searchBlocks(BLOCKS.values(), query).flatMap(({ blocks }) => blocks.map(b => b.type))

describe('searchBlocks', () => {
  it('gives every block without a search, each once', () => {
    expect(found('  ').toSorted()).toEqual([...BLOCKS.keys()].toSorted())
  })

  it.each([
    ['dense', 'dense'],
    ['DENS', 'dense'],
    ['fully connected', 'dense'],
    ['connected fully', 'dense'],
    ['fully-con', 'dense'],
    ['target', 'output']
  ])('%s finds %s', (query, type) => {
    expect(found(query)).toContain(type)
  })

  it('finds nothing for what no block is called', () => {
    expect(searchBlocks(BLOCKS.values(), 'xyzzy')).toEqual([])
  })

  it('keeps the blocks of a group together', () => {
    const groups = searchBlocks(BLOCKS.values(), '').map(({ group }) => group)
    expect(new Set(groups).size).toBe(groups.length)
  })
})
