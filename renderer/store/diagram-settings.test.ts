import { expect, it } from 'vitest'
import { diagramSettingsOf } from './diagram-settings'

it.each([
  ['{"theme":"dark","transparent":true,"scale":4}', 'dark', true, 4],
  ['{"theme":"pink","transparent":1,"scale":2.5}', 'window', false, 2],
  ['{"scale":9}', 'window', false, 2],
  [null, 'window', false, 2],
  ['{', 'window', false, 2],
  ['7', 'window', false, 2]
])('%j is %s, transparent %s, %d×', (stored, theme, transparent, scale) => {
  expect(diagramSettingsOf(stored)).toEqual({ theme, transparent, scale })
})
