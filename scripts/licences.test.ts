import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { licences } from './licences.mjs'
import { at } from './paths.mjs'

it('assets/licences.json is what “npm run licences” writes', () => {
  const written: unknown = JSON.parse(readFileSync(at('assets', 'licences.json'), 'utf8'))
  expect(written).toEqual(licences())
})

it('finds what is imported, by script, style sheet and address, and what that needs', () => {
  const names = licences().map(({ name }) => name)
  for (const name of [
    'react',
    'scheduler',
    '@fontsource-variable/inter',
    '@tensorflow/tfjs-backend-webgl',
    'd3-zoom'
  ])
    expect(names).toContain(name)
  expect(names.filter(name => /vitest|fast-check|^electron$|^@types/.test(name))).toEqual([])
})

it('knows a licence for each, and its text for nearly all', () => {
  const all = licences()
  expect(all.filter(({ licence }) => !/^[\w.\- ()]+$/.test(licence))).toEqual([])
  expect(all.filter(({ text }) => text === '').map(({ name }) => name)).toEqual(['lazy-val', 'seedrandom', 'tr46'])
})
