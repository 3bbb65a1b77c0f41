import { describe, expect, it } from 'vitest'
import { acceleratorText, matches, type KeyPress } from './accelerator'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held
})

describe('matches', () => {
  it.each([
    ['Mod+Z', press('z', { ctrlKey: true }), false, true],
    ['Mod+Z', press('z', { metaKey: true }), true, true],
    ['Mod+Z', press('z', { ctrlKey: true }), true, false],
    ['Mod+Z', press('z'), false, false],
    ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false, false],
    ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false, true],
    ['Mod+Z', press('z', { ctrlKey: true, altKey: true }), false, false],
    ['Delete', press('Delete'), false, true],
    ['Delete', press('Delete', { ctrlKey: true }), false, false],
    ['/', press('/'), false, true],
    ['/', press('/', { shiftKey: true }), false, true]
  ])('%s for %o (Mac: %s) is %s', (accelerator, pressed, isMac, expected) => {
    expect(matches(accelerator, pressed, isMac)).toBe(expected)
  })
})

describe('acceleratorText', () => {
  it.each([
    ['Mod+Shift+Z', false, 'Ctrl+Shift+Z'],
    ['Mod+Shift+Z', true, '⇧⌘Z'],
    ['Mod+Enter', false, 'Ctrl+Enter'],
    ['Delete', false, 'Del'],
    ['/', true, '/']
  ])('%s (Mac: %s) reads %s', (accelerator, isMac, text) => {
    expect(acceleratorText(accelerator, isMac)).toBe(text)
  })
})
