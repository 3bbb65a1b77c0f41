import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { crc32 } from '../formats/zip/crc32'
import { anyWork, linesOf } from './arbitrary'
import { readLines, writeLine } from './line'

const patches = [{ op: 'set', at: ['name'], value: 'Zürich 层\n"\ud800' }] as const
const three = [1, 2, 3].map(sequence => writeLine({ sequence, edits: 7, patches }))

/** A line with the right sum, whatever it says. */
function summed(json: string): string {
  const sum = crc32(new TextEncoder().encode(json)).toString(16).padStart(8, '0')
  return `${sum} ${json}\n`
}

test('what is written is read, and each record is one line', () => {
  expect(readLines(three.join(''))).toEqual({
    records: [1, 2, 3].map(sequence => ({ sequence, edits: 7, patches })),
    damaged: false
  })
  expect(three.every(line => line.split('\n').length === 2)).toBe(true)
  expect(readLines('')).toEqual({ records: [], damaged: false })
})

describe('reading stops', () => {
  const [first = '', second = '', third = ''] = three
  it.each([
    ['at a line that is cut', first + second.slice(0, -1), 1],
    ['at a line that is empty', `${first}\n${second}`, 1],
    ['where a line is missing', first + third, 1],
    ['where a line is there twice', first + first, 1],
    ['where the first is not the first', second, 0],
    ['at a wrong sum', `${first}00000000 ${second.slice(9)}`, 1],
    ['at what is no JSON', first + summed('{"sequence": 2'), 1],
    ['at what is no record', first + summed('[2]'), 1],
    ['at patches that are none', first + summed('{"sequence":2,"edits":1,"patches":[{"op":"swap"}]}'), 1],
    [
      'at a hostile key',
      first + summed('{"sequence":2,"edits":1,"patches":[{"op":"set","at":["a"],"value":{"__proto__":1}}]}'),
      1
    ]
  ])('%s', (_where, text, count) => {
    const { records, damaged } = readLines(text)
    expect(records.map(({ sequence }) => sequence)).toEqual(three.map((_, i) => i + 1).slice(0, count))
    expect(damaged).toBe(true)
  })
})

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

test('a journal that is cut anywhere loses the line that it is cut in, and nothing before it', () => {
  fc.assert(
    fc.property(anyWork, fc.nat(), (documents, where) => {
      const lines = linesOf(documents)
      const bytes = new TextEncoder().encode(lines.join(''))
      const at = bytes.length === 0 ? 0 : where % bytes.length
      const { records } = readLines(decoder.decode(bytes.subarray(0, at)))
      const whole = readLines(lines.join('')).records
      expect(records).toEqual(whole.slice(0, linesBefore(bytes, at)))
    })
  )
})

test('a journal of which any byte is otherwise loses nothing before its line, and invents nothing', () => {
  fc.assert(
    fc.property(anyWork, fc.nat(), fc.integer({ min: 1, max: 255 }), (documents, where, change) => {
      const lines = linesOf(documents)
      fc.pre(lines.length > 0)
      const bytes = new TextEncoder().encode(lines.join(''))
      const at = where % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ change
      const { records } = readLines(decoder.decode(bytes))
      const whole = readLines(lines.join('')).records
      expect(records).toEqual(whole.slice(0, records.length))
      // A byte that is no part of any character may be read as the sign for that, which may have stood there.
      expect(records.length).toBeGreaterThanOrEqual(linesBefore(bytes, at))
    })
  )
})

/** How many lines end before a byte. */
function linesBefore(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).filter(byte => byte === 10).length
}
