import { describe, expect, it } from 'vitest'
import { systemError } from './system-error'
import { troubleOf } from './trouble'

describe('a failure of the file system in words', () => {
  it.each([
    ['ENOENT', 'gone', 'folder-gone'],
    ['ENOTDIR', 'gone', 'folder-gone'],
    ['EACCES', 'not-allowed', 'read-only'],
    ['EPERM', 'not-allowed', 'read-only'],
    ['EROFS', 'other', 'read-only'],
    ['ENOSPC', 'other', 'disk-full'],
    ['EDQUOT', 'other', 'disk-full'],
    ['EFBIG', 'other', 'too-large'],
    ['ETIMEDOUT', 'hanging', 'hanging'],
    ['EHOSTDOWN', 'hanging', 'hanging'],
    ['EBUSY', 'other', 'other'],
    ['EMFILE', 'other', 'other'],
    ['EIO', 'other', 'other'],
    ['EUNHEARD', 'other', 'other']
  ])('%s', (code, reading, writing) => {
    expect(troubleOf(systemError(code), 'read').kind).toBe(reading)
    expect(troubleOf(systemError(code), 'write').kind).toBe(writing)
  })

  it('says what the system says where it knows no better, without the path', () => {
    const error = Object.assign(new Error("EIO: i/o error, open '/home/ada/secret'"), { code: 'EIO' })
    expect(troubleOf(error, 'read').message).toBe(
      'The system says: i/o error (EIO). Try again, or choose another place.'
    )
  })

  it('is none where the program is wrong', () => {
    expect(() => troubleOf(new TypeError('no such function'), 'read')).toThrow('no such function')
  })
})
