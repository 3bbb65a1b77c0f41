import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../document/read'
import { writeDocument } from '../document/write'
import { fuzz, fuzzTimeout } from '../fuzz/node-fuzz'
import { mutateBytes } from '../fuzz/mutate-bytes'
import { mutateJson } from '../fuzz/mutate-json'
import { randomFrom, type Random } from '../fuzz/random'
import { anyWork, linesOf } from './arbitrary'
import { crc32 } from '../formats/zip/crc32'
import { replay } from './replay'

const utf8 = new TextEncoder()
const text = new TextDecoder()

const works = fc.sample(anyWork, { numRuns: 30, seed: 1 }).flatMap(documents => {
  const [first] = documents
  return first ? [{ base: writeDocument(first), lines: linesOf(documents).join('') }] : []
})

/** A journal with its base in front, as one input; a third of them with sums that fit what the lines say. */
function damaged(seed: number): Uint8Array {
  const random = randomFrom(seed)
  const { base, lines } = random.pick(works)
  const changed =
    random.below(3) === 0
      ? utf8.encode(
          lines
            .split('\n')
            .filter(Boolean)
            .map(line => `${forged(line, random)}\n`)
            .join('')
        )
      : lines === ''
        ? utf8.encode(lines)
        : mutateBytes(utf8.encode(lines), random)
  const first = random.below(5) === 0 ? mutateBytes(base, random) : base
  return Uint8Array.of(...utf8.encode(`${first.length} `), ...first, ...changed)
}

function forged(line: string, random: Random): string {
  if (random.below(3) > 0) return line
  const json = JSON.stringify(mutateJson(JSON.parse(line.slice(9)), random, random.pick(['rude', 'sly'])))
  return `${crc32(utf8.encode(json)).toString(16).padStart(8, '0')} ${json}`
}

test(
  'a damaged journal gives a whole document from before the damage, or none',
  { timeout: fuzzTimeout },
  async () => {
    const { cases, taken } = await fuzz({
      what: 'journals',
      cases: { short: 500, full: 5_000 },
      make: damaged,
      read: bytes => {
        const space = bytes.indexOf(32)
        const length = Number(text.decode(bytes.subarray(0, space)))
        const base = bytes.slice(space + 1, space + 1 + length)
        const found = replay({ base, lines: text.decode(bytes.subarray(space + 1 + length)) })
        if (!found.ok) return 'refused'
        const { document, attachments } = found.value
        const again = readDocument(writeDocument(document, attachments))
        expect(again.ok && again.value.document).toEqual(document)
        return 'taken'
      }
    })
    expect(taken).toBeGreaterThan(cases / 4)
  }
)
