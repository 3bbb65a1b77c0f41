import { expect, it } from 'vitest'
import { pixels, tokensOf } from './tokens'

it.each([
  ['light', 'canvas', '#f9fafb'],
  ['dark', 'canvas', '#101318'],
  ['light', 'text-md', '13px'],
  ['dark', 'text-md', '13px']
] as const)('in the %s theme --%s is %s', (theme, name, value) => {
  expect(tokensOf(theme)(name)).toBe(value)
})

it('says which token is missing, and reads lengths', () => {
  expect(() => tokensOf('dark')('no-such')).toThrow('no token no-such')
  expect(pixels('13px')).toBe(13)
})
