import { expect, it } from 'vitest'
import { SETTINGS } from '../../shared/settings/settings'
import type { Host } from '../host/host'
import { webHost } from '../host/web'
import { sectionsFor, SECTIONS, settingIdsIn } from './sections'

it('has every setting once', () => {
  expect([...settingIdsIn(SECTIONS)].sort()).toEqual(Object.keys(SETTINGS).sort())
})

const downloads: Host = { ...webHost }
Reflect.deleteProperty(downloads, 'reopen')
const reopen = () => Promise.reject(new Error('not asked'))

it.each([
  ['a browser that only downloads', downloads, ['theme', 'units', 'backend'], true],
  ['a browser that writes files', { ...downloads, reopen }, ['theme', 'units', 'autosave', 'backend'], true],
  ['the desktop', { ...downloads, kind: 'desktop' as const }, Object.keys(SETTINGS), false]
])('%s is shown what applies to it', (_host, host, ids, lacks) => {
  const sections = sectionsFor(host)
  expect(settingIdsIn(sections)).toEqual(ids)
  expect(sections.some(({ id }) => id === 'edition')).toBe(lacks)
  expect(sections.every(({ rows }) => rows.length > 0)).toBe(true)
})
