import { expect, it } from 'vitest'
import { detailsText, settingsFact } from './details'

it('has a line for each fact, and a block for each part that says something', () => {
  expect(
    detailsText(
      [
        ['Versions', 'Blockprop 0.1.0'],
        ['System', 'Linux']
      ],
      { Error: 'TypeError\n    at f', Log: '' }
    )
  ).toBe('Versions: Blockprop 0.1.0\nSystem: Linux\n\nError:\nTypeError\n    at f')
})

it('tells settings by their values alone, whatever was stored', () => {
  const stored: Readonly<Record<string, string>> = { theme: 'dark', units: '/home/anna' }
  expect(settingsFact(key => stored[key])).toEqual([
    'Settings',
    'theme dark, units decimal, autosave off, backend auto, graphics auto, checkForUpdates on'
  ])
})
