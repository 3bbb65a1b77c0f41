import { beforeEach, expect, it, vi } from 'vitest'
import { host } from '../host/current'
import { changeSettings, defaultSettings, settingChanged, settingsFrom, useSettings } from './settings'

beforeEach(() => useSettings.setState(defaultSettings))

it('takes what was stored, and of what is damaged the default, one by one', () => {
  const stored: Readonly<Record<string, string>> = {
    theme: 'dark',
    units: 'furlongs',
    autosave: '',
    backend: 'wasm',
    graphics: '__proto__'
  }
  expect(settingsFrom(key => stored[key] ?? null)).toEqual({
    ...defaultSettings,
    theme: 'dark',
    backend: 'wasm'
  })
})

it('hands the host what is new, and nothing else', () => {
  const write = vi.spyOn(host, 'writeSetting').mockImplementation(() => {})
  changeSettings({ units: 'binary', theme: 'system' })
  expect(useSettings.getState()).toEqual({ ...defaultSettings, units: 'binary' })
  expect(write.mock.calls).toEqual([['units', 'binary']])
})

it.each([
  ['theme', 'dark', { theme: 'dark' }],
  ['theme', null, {}],
  ['theme', 'pink', {}],
  ['layout', '{}', {}],
  ['toString', 'dark', {}]
] as const)('another window writes %s: %s', (key, value, changed) => {
  const write = vi.spyOn(host, 'writeSetting').mockImplementation(() => {})
  write.mockClear()
  useSettings.setState({ theme: 'light' })
  settingChanged(key, value)
  expect(useSettings.getState()).toEqual({
    ...defaultSettings,
    theme: key === 'theme' ? 'system' : 'light',
    ...changed
  })
  expect(write).not.toHaveBeenCalled()
})
