import { expect, test } from 'vitest'
import { emptyDocument } from './create'
import { findBreak, groupUses } from './integrity'
import { limits } from './limits'
import type { Block, Network } from './schema'

const block: Block = { type: 'dense', name: '', params: {} }
const group = (network: string): Block => ({ type: 'group', name: '', params: { network } })
const network = (blocks: Network['blocks']): Network => ({ name: 'N', blocks, edges: [] })
const many = <T>(count: number, prefix: string, value: (index: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}-${index}`, value(index)]))
const breakOf = (networks: Record<string, Network>): string | undefined =>
  findBreak({ ...emptyDocument('doc-a', ''), networks: { 'net-main': network({}), ...networks } })?.message

/** `count` definitions, each of which uses the next one twice. */
const nested = (count: number): Record<string, Network> =>
  many(count, 'net', index =>
    network(index === count - 1 ? {} : { 'g-1': group(`net-${index + 1}`), 'g-2': group(`net-${index + 1}`) })
  )

test.each([
  ['as many blocks as may be', { 'net-a': network(many(limits.blocks, 'b', () => block)) }, undefined],
  [
    'one block more, over two networks',
    {
      'net-a': network(many(limits.blocks, 'b', () => block)),
      'net-b': network({ 'b-1': block })
    },
    /100001 blocks: at most 100000/
  ],
  ['as many networks as may be', many(limits.networks - 1, 'net', () => network({})), undefined],
  ['one network more', many(limits.networks, 'net', () => network({})), /10001 networks/],
  ['groups as deep as may be', nested(limits.groupDepth + 1), undefined],
  ['one deeper', nested(limits.groupDepth + 2), /32 deep at most/],
  ['ten thousand deep', nested(9_000), /32 deep at most/],
  [
    'a definition in two others',
    {
      'net-a': network({ 'g-1': group('net-c'), 'g-2': group('net-b') }),
      'net-b': network({ 'g-1': group('net-c') }),
      'net-c': network({})
    },
    undefined
  ]
])('%s', (_, networks, words) => {
  if (words === undefined) expect(breakOf(networks)).toBeUndefined()
  else expect(breakOf(networks)).toMatch(words)
})

test('only groups use definitions', () => {
  const blocks = {
    'g-1': group('net-a'),
    'a-1': { ...group('net-b'), type: 'dense' },
    'g-2': { ...group(''), params: {} }
  }
  expect(groupUses(network(blocks))).toEqual([{ block: 'g-1', network: 'net-a' }])
})
