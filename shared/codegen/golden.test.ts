import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EXAMPLES } from '../examples/registry'
import { goldenCode } from './golden'

const at = (file: string): URL => new URL(`../examples/${file}`, import.meta.url)

// A change that is meant: `npm run golden`, then read the difference.
describe.each(EXAMPLES.map(example => example.name))('%s', name => {
  const code = goldenCode(readFileSync(at(`${name}.blockprop`)))
  test.each([...code.keys()])('its %s is the committed one', ending => {
    expect(code.get(ending)).toBe(readFileSync(at(`${name}.${ending}`), 'utf8'))
  })
})
