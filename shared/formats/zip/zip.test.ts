import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { damaged } from '../arbitrary-tensor.fixture'
import { crc32 } from './crc32'
import { readZip } from './read-zip'
import { writeZip } from './write-zip'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

function zipped(files: ReadonlyMap<string, Uint8Array>, packing?: 'deflate' | 'store'): Buffer {
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

  it.each<readonly [string, (zip: Buffer) => void, string]>([
    ['a name twice', zip => zip.write('a', SECOND + 30) && zip.write('a', SECOND_RECORD + 46), '"a" twice'],
    ['files that overlap', zip => overlap(zip), 'overlaps'],
    ['another name in its place', zip => zip.write('c', SECOND + 30), 'another name'],
    ['a changed byte', zip => zip.writeUInt8(9, SECOND + 60), 'check sum'],
    [
      'a size beyond the file',
      zip => zip.writeUInt32LE(0xfffffff0, SECOND_RECORD + 20),
      'runs into its directory'
    ],
    ['unpacked sizes that lie', zip => zip.writeUInt32LE(0x7fffffff, SECOND_RECORD + 24), '2147483647 bytes'],
    [
      'an entry outside',
      zip => zip.writeUInt32LE(0x7fffffff, SECOND_RECORD + 42),
      'not where its directory says'
    ],
    ['a password', zip => zip.writeUInt16LE(1, SECOND_RECORD + 8), 'encrypted'],
    ['another method', zip => zip.writeUInt16LE(93, SECOND_RECORD + 10), 'method 93'],
    ['more files than there are', zip => count(zip, 500), 'directory is cut off'],
    ['fewer files than there are', zip => count(zip, 1), 'holds more than it says'],
    ['more files than are allowed', zip => count(zip, 60_000), '60000 files, more than 10000'],
    ['zip64', zip => count(zip, 0xffff), 'zip64'],
    ['a directory elsewhere', zip => zip.writeUInt32LE(3, zip.length - 6), 'not where its last bytes say']
  ])('refuses %s', (_, change, words) => {
    const read = readZip(changed(stored(), change))
    expect(read.ok ? 'accepted' : read.error).toContain(words)
  })

  it('unpacks no more than is allowed', () => {
    const bomb = zipped(new Map([['zeros', new Uint8Array(1_000_000)]]))
    expect(bomb.length).toBeLessThan(2000)
    const read = readZip(bomb, { maxBytes: 999_999, maxFiles: 10 })
    expect(read).toEqual({ ok: false, error: 'unpacked, the zip would be larger than 999999 bytes' })
  })

  it.each([5, 2000])('refuses a stream that holds more or less than the %i bytes promised', size => {
    const zip = zipped(new Map([['zeros', new Uint8Array(1000)]]))
    zip.writeUInt32LE(size, zip.length - 22 - 51 + 24)
    const read = readZip(zip)
    expect(read.ok ? 'accepted' : read.error).toContain('"zeros" is damaged')
  })

  it.each(['zero\0byte', 'back\\slash', 'half \ud800'])('does not write the name %j', name => {
    expect(writeZip(new Map([[name, text('')]])).ok).toBe(false)
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
function overlap(zip: Buffer): void {
  for (const at of [DIRECTORY + 20, DIRECTORY + 24]) zip.writeUInt32LE(150, at)
  zip.writeUInt32LE(crc32(zip.subarray(31, 181)), DIRECTORY + 16)
}
