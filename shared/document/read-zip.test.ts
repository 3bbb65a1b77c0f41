import { zipSync, type Zippable } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { ok } from '../result'
import { emptyDocument } from './create'
import { bytes, problemOf } from './read-testing'
import { readDocument } from './read'
import { documentText, writeDocument } from './write'

const empty = emptyDocument('doc-a', 'A')

describe('a zip', () => {
  const json = bytes(documentText(empty))
  const good = { 'document.json': json, 'weights/best.safetensors': bytes('w'.repeat(500)) }
  const zip = (files: Zippable): Uint8Array => zipSync(files, { mtime: new Date(1990, 1, 1) })
  const patched = (offset: (file: Uint8Array) => number, value: number): Uint8Array => {
    const file = zip(good)
    file[offset(file)] = value
    return file
  }
  const renamed = (from: string, to: string): Uint8Array =>
    Buffer.from(
      Buffer.from(zip({ ...good, [from]: json }))
        .toString('latin1')
        .replaceAll(from, to),
      'latin1'
    )
  const central = (file: Uint8Array): number => Buffer.from(file).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2))

  it('of another program is read, with folders and what macOS adds', () => {
    const read = readDocument(zip({ ...good, 'weights/': new Uint8Array(), '__MACOSX/._x': bytes('x') }))
    if (!read.ok) throw new Error(read.error.message)
    expect(read.value.document).toEqual(empty)
    expect([...read.value.attachments.keys()]).toEqual(['weights/best.safetensors'])
  })

  test.each<[string, Uint8Array, string, RegExp]>([
    ['cut short', zip(good).slice(0, -30), 'zip-damaged', /probably cut short/],
    ['only its first bytes', bytes('PK'), 'zip-damaged', /probably cut short/],
    ['with a password', patched(file => central(file) + 8, 1), 'zip-refused', /has a password/],
    ['packed by another method', patched(file => central(file) + 10, 9), 'zip-refused', /method 9/],
    [
      'with a wrong checksum',
      patched(file => central(file) + 16, 0),
      'zip-damaged',
      /"document.json" in it is damaged/
    ],
    [
      'with a wrong size',
      patched(file => central(file) + 24, 1),
      'zip-damaged',
      /"document.json" in it is damaged/
    ],
    ['with a symbolic link', patched(file => central(file) + 41, 0xa1), 'zip-refused', /is a link/],
    ['of a hostile folder', zip({ ...good, '../': new Uint8Array() }), 'zip-refused', /"\.\.\/"/],
    ['without a document', zip({ 'a.txt': json }), 'not-blockprop', /no document\.json/],
    ['that climbs out', zip({ ...good, '../evil': json }), 'zip-refused', /"\.\.\/evil"/],
    ['that climbs out further on', zip({ ...good, 'a/../../evil': json }), 'zip-refused', /evil/],
    ['of an absolute path', zip({ ...good, '/etc/passwd': json }), 'zip-refused', /passwd/],
    ['of a Windows path', zip({ ...good, 'C:\\evil': json }), 'zip-refused', /evil/],
    ['of a hostile name', renamed('xxprotoxx', '__proto__'), 'zip-refused', /__proto__/],
    ['a bomb', zip({ ...good, 'a.bin': new Uint8Array(70 * 1024 ** 2) }), 'zip-refused', /would unpack from/],
    ['with a broken document', zip({ 'document.json': bytes('{') }), 'truncated', /ends in the middle/]
  ])('%s is refused', (_, file, code, words) => {
    const problem = problemOf(file)
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(words)
  })

  it('keeps an attachment that ends like a file of macOS', () => {
    const attachments = new Map([['a.DS_Store', bytes('x')]])
    expect(readDocument(writeDocument(empty, attachments))).toEqual(ok({ document: empty, attachments }))
  })

  it('says in words what is wrong with it', () => {
    expect(problemOf(patched(file => central(file) + 16, 0)).message).toBe(
      'This file is an archive, and "document.json" in it is damaged: its content does not fit its size and check sum.'
    )
    expect(problemOf(zip({ ...good, '../evil': json }))).toEqual({
      code: 'zip-refused',
      message:
        'This file is an archive, and "../evil" in it has a name that is not allowed: it must be a relative path of plain names, each beginning with a letter.',
      received: '"../evil"',
      expected: 'a relative path of plain names, each beginning with a letter'
    })
  })

  it('says which file in it is meant', () => {
    expect(problemOf(zip({ 'document.json': bytes('{') })).place).toBe('document.json, line 1, column 2')
  })
})
