import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { damaged } from '../arbitrary-tensor.fixture'
import { crc32 } from './crc32'
import { looksZipped, readZip } from './read-zip'
import { writeZip, type Packing } from './write-zip'
import type { ZipLimits } from './zip-limits'
import { zipMessage } from './zip-problem'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

function zipped(files: ReadonlyMap<string, Uint8Array>, packing?: Packing): Buffer {
  const zip = writeZip(files, packing)
  if (!zip.ok) throw new Error(zip.error)
  return Buffer.from(zip.value)
}

/** Two files of 100 bytes, stored: the first entry at 0, the second at 131, the directory at 262. */
const stored = (): Buffer =>
  zipped(
    new Map([
      ['a', new Uint8Array(100).fill(1)],
      ['b', new Uint8Array(100).fill(2)]
    ]),
    'store'
  )
const SECOND = 131
const DIRECTORY = 262
const SECOND_RECORD = DIRECTORY + 47

/** One empty file of this name, whether or not a writer would take it. */
function named(name: string): Uint8Array {
  const zip = zipped(new Map([['x'.repeat(name.length), new Uint8Array()]]))
  for (const at of [30, 30 + name.length + 46]) zip.write(name, at, 'latin1')
  return zip
}

const onlyA = { allow: (name: string) => name === 'a' || name === 'in/a', expected: 'a or in/a' }

/** `refused: the zip holds 60000 files …`, or that it was read. */
function outcome(zip: Uint8Array, limits?: ZipLimits): string {
  const read = readZip(zip, limits)
  return read.ok ? 'accepted' : `${read.error.kind}: ${zipMessage(read.error)}`
}

function changed(zip: Buffer, change: (zip: Buffer) => void): Buffer {
  change(zip)
  return zip
}

describe('crc32', () => {
  it.each([
    ['', 0],
    ['123456789', 0xcbf43926]
  ])('of %j', (words, sum) => {
    expect(crc32(text(words))).toBe(sum)
  })
})

describe('zip', () => {
  it('reads what fflate writes', () => {
    const zip = zipSync({ 'one.txt': text('one'), 'größe/two.txt': [text('two '.repeat(100)), { level: 9 }] })
    expect(readZip(zip)).toEqual({
      ok: true,
      value: new Map([
        ['one.txt', text('one')],
        ['größe/two.txt', text('two '.repeat(100))]
      ])
    })
  })

  it('writes the same bytes for the same files', () => {
    expect(zipped(new Map([['a', text('a'.repeat(99))]])).toString('base64')).toBe(
      'UEsDBBQAAAgIAAAAIQDuWAt1BQAAAGMAAAABAAAAYUukPQAAUEsBAhQAFAAACAgAAAAhAO5YC3UFAAAAYwAAAAEAAAAAAAAAAAAAAAAAAAAAAGFQSwUGAAAAAAEAAQAvAAAAJAAAAAAA'
    )
  })

  it.each<readonly [string, (zip: Buffer) => void, 'damaged' | 'refused', string]>([
    ['a name twice', zip => renamed(zip, 'a'), 'damaged', '"a" twice'],
    ['files that overlap', zip => overlap(zip), 'damaged', 'overlaps'],
    ['another name in its place', zip => zip.write('c', SECOND + 30), 'damaged', 'another name'],
    ['a changed byte', zip => zip.writeUInt8(9, SECOND + 60), 'damaged', 'check sum'],
    [
      'a size beyond the file',
      zip => zip.writeUInt32LE(0xfffffff0, SECOND_RECORD + 20),
      'damaged',
      'runs into its directory'
    ],
    [
      'unpacked sizes that lie',
      zip => zip.writeUInt32LE(0x7fffffff, SECOND_RECORD + 24),
      'damaged',
      '2147483647 bytes'
    ],
    [
      'an entry outside',
      zip => zip.writeUInt32LE(0x7fffffff, SECOND_RECORD + 42),
      'damaged',
      'not where its directory says'
    ],
    ['a password', zip => zip.writeUInt16LE(1, SECOND_RECORD + 8), 'refused', 'encrypted'],
    ['another method', zip => zip.writeUInt16LE(93, SECOND_RECORD + 10), 'refused', 'method 93'],
    ['more files than there are', zip => count(zip, 500), 'damaged', 'directory is cut off'],
    ['fewer files than there are', zip => count(zip, 1), 'damaged', 'holds more than it says'],
    ['more files than are allowed', zip => count(zip, 60_000), 'refused', '60000 files, more than 10000'],
    ['zip64', zip => count(zip, 0xffff), 'refused', 'zip64'],
    [
      'a directory elsewhere',
      zip => zip.writeUInt32LE(3, zip.length - 6),
      'damaged',
      'not where its last bytes say'
    ],
    ['a header inside another file', zip => overlap(zip, 131), 'damaged', '"b" is damaged: it overlaps'],
    ['a password, in words', zip => zip.writeUInt16LE(1, SECOND_RECORD + 8), 'refused', '"b" has a password'],
    ['a symbolic link', zip => mode(zip, 0o120777), 'refused', '"b" is a link'],
    ['a device', zip => mode(zip, 0o020666), 'refused', 'no plain file'],
    ['a folder that is called as a file', zip => mode(zip, 0o040755), 'refused', 'no plain file'],
    [
      'a folder that holds something',
      zip => renamed(zip, '/'),
      'damaged',
      'it is a folder and holds 100 bytes'
    ],
    ['a file of zip64', zip => zip.writeUInt32LE(0xffffffff, SECOND_RECORD + 24), 'refused', 'zip64'],
    ['a directory of zip64', zip => zip.writeUInt32LE(0xffffffff, zip.length - 6), 'refused', 'zip64'],
    ['one part of several', zip => zip.writeUInt16LE(1, zip.length - 18), 'refused', 'split'],
    ['a name that is not UTF-8', zip => renamed(zip, '\xff'), 'refused', 'not UTF-8'],
    ['stored bytes of two sizes', zip => zip.writeUInt32LE(99, SECOND_RECORD + 24), 'damaged', '99 bytes'],
    [
      'a comment that is cut off',
      zip => zip.writeUInt16LE(1, zip.length - 2),
      'damaged',
      'probably cut short'
    ]
  ])('refuses %s', (_, change, kind, words) => {
    const read = outcome(changed(stored(), change))
    expect(read).toContain(words)
    expect(read).toMatch(new RegExp(`^${kind}: `))
  })

  it('unpacks no more than is allowed', () => {
    const bomb = zipped(new Map([['zeros', new Uint8Array(1_000_000)]]))
    expect(bomb.length).toBeLessThan(2000)
    expect(outcome(bomb, { maxBytes: 999_999, maxFiles: 10 })).toBe(
      `refused: the zip would unpack from ${bomb.length.toLocaleString('en')} to 1,000,000 bytes: at most 999,999 are read`
    )
  })

  it.each([
    ['fewer times than allowed', 1000, 0, /^accepted$/],
    ['more', 800, 0, /^refused: .* to 1,000,000 bytes/],
    ['more, but little', 800, 1_000_000, /^accepted$/]
  ])('can refuse what unpacks to many times its own size: %s', (_, most, freeBytes, expected) => {
    const bomb = zipped(new Map([['zeros', new Uint8Array(1_000_000)]]))
    expect(outcome(bomb, { maxBytes: 2 ** 30, maxFiles: 10, ratio: { most, freeBytes } })).toMatch(expected)
  })

  it('gives no folders, but holds their names to what is allowed too', () => {
    const zip = zipSync({ a: text('x'), 'in/a/': text('') })
    const read = readZip(zip, { maxBytes: 1000, maxFiles: 10, names: onlyA })
    expect(read).toEqual({ ok: true, value: new Map([['a', text('x')]]) })
  })

  it.each(['../a', '/a', 'C:\\a', 'a/../../a', '__proto__', 'a\0', 'A', '', 'in/', '../'])(
    'refuses the name %j where it is not allowed',
    name => {
      const zip = named(name)
      expect(outcome(zip, { maxBytes: 1000, maxFiles: 10, names: onlyA })).toBe(
        `refused: ${JSON.stringify(name)} has a name that is not allowed: it must be a or in/a`
      )
      expect(outcome(zip)).toBe('accepted')
    }
  )

  it.each([5, 2000])('refuses a stream that holds more or less than the %i bytes promised', size => {
    const zip = zipped(new Map([['zeros', new Uint8Array(1000)]]))
    zip.writeUInt32LE(size, zip.length - 22 - 51 + 24)
    expect(outcome(zip)).toContain('"zeros" is damaged')
  })

  it.each(['zero\0byte', 'back\\slash', 'half \ud800', 'folder/'])('does not write the name %j', name => {
    expect(writeZip(new Map([[name, text('')]])).ok).toBe(false)
  })

  it('packs those files that it is told to', () => {
    const names = new Map(['a', 'b'].map(name => [name, new Uint8Array(1000)]))
    const zip = writeZip(names, name => (name === 'a' ? 'deflate' : 'store'))
    if (!zip.ok) throw new Error(zip.error)
    expect(zip.value.length).toBeGreaterThan(1000)
    expect(zip.value.length).toBeLessThan(1300)
    expect(readZip(zip.value)).toEqual({ ok: true, value: names })
    expect(looksZipped(zip.value)).toBe(true)
  })

  it('refuses every valid file that is cut off', () => {
    const zip = stored()
    const accepted = Array.from(zip.keys()).filter(length => readZip(zip.subarray(0, length)).ok)
    expect(accepted).toEqual([])
  })

  it('never throws', () => {
    const file = fc
      .tuple(
        fc.array(fc.tuple(fc.string(), fc.uint8Array()), { maxLength: 4 }),
        fc.constantFrom('deflate', 'store')
      )
      .map(([files, packing]) => writeZip(new Map(files), packing))
      .map(zip => (zip.ok ? zip.value : new Uint8Array()))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged(file)), bytes => {
        expect(typeof readZip(bytes).ok).toBe('boolean')
      }),
      { numRuns: 500 }
    )
  })
})

function count(zip: Buffer, files: number): void {
  zip.writeUInt16LE(files, zip.length - 14)
  zip.writeUInt16LE(files, zip.length - 12)
}

/** The first file reaches into the second: its size and sum would fit, its place does not. */
function overlap(zip: Buffer, size = 150): void {
  for (const at of [DIRECTORY + 20, DIRECTORY + 24]) zip.writeUInt32LE(size, at)
  zip.writeUInt32LE(crc32(zip.subarray(31, 31 + size)), DIRECTORY + 16)
}

/** Gives the second file this Unix mode. */
function mode(zip: Buffer, value: number): void {
  zip.writeUInt16LE(value, SECOND_RECORD + 40)
}

/** Gives the second file this name, at both places. */
function renamed(zip: Buffer, name: string): void {
  for (const at of [SECOND + 30, SECOND_RECORD + 46]) zip.write(name, at, 'latin1')
}
