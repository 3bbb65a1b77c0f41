import { expect, it } from 'vitest'
import { ACTIVATIONS } from '../../shared/blocks/activation-table'
import type { Formula } from '../../shared/blocks/block'
import { BLOCKS } from '../../shared/blocks/registry'
import { mathml } from './mathml'

const formulas: readonly (readonly [string, Formula])[] = [
  ...[...BLOCKS.values()].flatMap(({ type, docs }) => (docs.formula ? [[type, docs.formula] as const] : [])),
  ...Object.entries(ACTIVATIONS).map(([id, { formula }]) => [id, formula] as const)
]

it.each(formulas)('%s: its formula and its symbols can be drawn, and be read aloud', (_, formula) => {
  const { tex, spoken, where } = formula
  const markup = mathml(tex, spoken)
  expect(markup).toMatch(/^<math aria-label="[^"]+"/)
  expect(markup).not.toContain('merror')
  expect(spoken).toMatch(/^[\w .,]+$/)
  for (const [symbol, words] of where) {
    expect(mathml(symbol)).toMatch(/^<math/)
    expect(words).not.toBe('')
  }
})

it.each(
  [...BLOCKS.values()].filter(block => block.kind === 'layer').map(block => [block.type, block] as const)
)('%s says what it computes', (_, { docs }) => expect(docs.formula).toBeDefined())

it('refuses what is no LaTeX', () => {
  expect(() => mathml(String.raw`\nosuch{x}`)).toThrow()
})
