import { homedir, hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redactHere } from './redact'

const app = join(homedir(), 'blockprop')

it('tells lines of the app, and nothing of where it lies', () => {
  const stack = `Error: no such block\n    at run (${join(app, 'out', 'main', 'index.js')}:10:5)`
  expect(redactHere(stack, app)).toBe('Error: no such block\n    at run (‹app›/out/main/index.js:10:5)')
})

it('leaves nothing of the person and the computer, wherever it stands', () => {
  const secret = fc.constantFrom(
    userInfo().username,
    userInfo().username.toUpperCase(),
    homedir(),
    hostname()
  )
  const between = fc.constantFrom(' ', ': ', '"', "'", '/', '\n', ' (', '@', '=', ' the block ')
  fc.assert(
    fc.property(fc.array(fc.tuple(between, secret, between), { minLength: 1 }), parts => {
      const left = redactHere(parts.flat().join(''), app).toLowerCase()
      for (const name of [userInfo().username, homedir(), hostname()])
        if (name.length > 2) expect(left).not.toContain(name.toLowerCase())
    })
  )
})
