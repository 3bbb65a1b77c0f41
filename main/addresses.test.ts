import { describe, expect, test } from 'vitest'
import { isOwnPage, mayOpenOutside } from './addresses'

describe('own pages', () => {
  test.each([
    ['app://blockprop/index.html', true],
    ['app://blockprop/index.html?x=1#y', true],
    ['app://blockprop/crash.html', true],
    ['app://blockprop/other.html', false],
    ['app://elsewhere/index.html', false],
    ['app://blockprop@evil.example/index.html', false],
    ['https://blockprop/index.html', false],
    ['file:///etc/passwd', false],
    ['about:blank', false],
    ['javascript:alert(1)', false],
    ['', false]
  ])('%s: %s', (address, expected) => expect(isOwnPage(address)).toBe(expected))
})

describe('links that may be opened outside', () => {
  test.each([
    ['https://github.com/a/b', true],
    ['https://keras.io/api/layers/', true],
    ['http://github.com/', false],
    ['https://github.com.evil.example/', false],
    ['https://evil.example/github.com', false],
    ['https://github.com@evil.example/', false],
    ['https://user:secret@github.com/', false],
    ['https://github.com:8443/', false],
    ['file:///etc/passwd', false],
    ['smb://github.com/share', false],
    ['javascript:alert(1)', false],
    ['ms-settings:', false],
    ['not an address', false]
  ])('%s: %s', (address, expected) => expect(mayOpenOutside(address)).toBe(expected))
})
