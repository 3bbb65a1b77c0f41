import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../document/arbitrary'
import type { Network } from '../document/schema'
import { downstream, topology, upstream } from './topology'

/** `a>b b>c`, with ids `a-1`, `b-1`, `c-1`. */
function network(wires: string, ids = wires.replace(/\W/g, '')): Network {
  const block = { type: 'dense', name: '', params: {} }
  return {
    name: '',
    blocks: Object.fromEntries(Array.from(ids, id => [`${id}-1`, block])),
    edges: wires
      .split(' ')
      .filter(wire => wire !== '')
      .map(wire => ({
        from: { block: `${wire.charAt(0)}-1`, port: 'out' },
        to: { block: `${wire.charAt(2)}-1`, port: 'in' }
      }))
  }
}
const letters = (ids: Iterable<string>): string => Array.from(ids, id => id.charAt(0)).join('')
const sortedLetters = (ids: Iterable<string>): string => letters([...ids].sort())

test.each([
  ['', '', []],
  ['a>b b>c', 'abc', []],
  ['c>b b>a', 'cba', []],
  ['a>d a>b b>c d>e c>e', 'adbce', []],
  ['a>b b>b', 'ab', ['b']],
  ['a>b b>c c>b c>d', 'abcd', ['bc']],
  ['a>b b>a c>d d>c b>c', 'abcd', ['ab', 'cd']]
])('%s is ordered as %s', (wires, order, cycles) => {
  const found = topology(network(wires))
  expect(cycles.length === 0 ? letters(found.order) : letters(found.order).length).toBe(
    cycles.length === 0 ? order : order.length
  )
  expect(found.cycles.map(knot => sortedLetters(knot))).toEqual(cycles)
})

test('a block alone is in the order', () => {
  expect(letters(topology(network('a>b', 'abz')).order)).toBe('abz')
})

test('what lies below and above', () => {
  const graph = network('a>b b>c d>c c>e')
  expect(sortedLetters(downstream(graph, ['b-1']))).toBe('bce')
  expect(sortedLetters(upstream(graph, ['c-1']))).toBe('abcd')
})

test('a chain of 100,000 blocks is no problem', () => {
  const ids = Array.from({ length: 100_000 }, (_, i) => `b-${i}`)
  const blocks = Object.fromEntries(ids.map(id => [id, { type: 'dense', name: '', params: {} }]))
  const edges = ids
    .slice(1)
    .map((id, i) => ({ from: { block: id, port: 'out' }, to: { block: `b-${i}`, port: 'in' } }))
  const { order, cycles } = topology({ name: '', blocks, edges })
  expect([order.length, order[0], order.at(-1), cycles.length]).toEqual([100_000, 'b-99999', 'b-0', 0])
})

test('each block comes once and after its inputs, but for those in a cycle; what reaches itself is in one', () => {
  fc.assert(
    fc.property(anyDocument(), document => {
      for (const graph of Object.values(document.networks)) {
        const { order, cycles } = topology(graph)
        expect([...order].sort()).toEqual(Object.keys(graph.blocks).sort())
        const knots = new Map(cycles.flatMap((knot, index) => knot.map(id => [id, index] as const)))
        const place = new Map(order.map((id, index) => [id, index]))
        for (const { from, to } of graph.edges) {
          const together = knots.has(from.block) && knots.get(from.block) === knots.get(to.block)
          const after = (place.get(from.block) ?? 0) < (place.get(to.block) ?? 0)
          expect(together || after).toBe(true)
        }
        for (const id of order) {
          const reached = graph.edges.filter(edge => edge.from.block === id).map(edge => edge.to.block)
          expect(downstream(graph, reached).has(id)).toBe(knots.has(id))
        }
      }
    })
  )
})
