import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ok } from '../result'
import { anyDocument } from './arbitrary'
import { checkDocument } from './check'
import { bytes } from './read-testing'
import { readDocument } from './read'
import type { Document } from './schema'
import { documentText, writeDocument } from './write'

const anyAttachments = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}(\/[a-z]{1,4})?$/),
  fc.uint8Array({ maxLength: 200 }),
  { maxKeys: 3 }
)

function shuffled(value: unknown, pick: () => number): unknown {
  if (Array.isArray(value)) return value.map(member => shuffled(member, pick))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => ({
    key,
    member: shuffled(member, pick),
    by: pick()
  }))
  return Object.fromEntries(entries.sort((a, b) => a.by - b.by).map(({ key, member }) => [key, member]))
}

describe('read and write', () => {
  it('are inverse, with attachments and without', () => {
    fc.assert(
      fc.property(anyDocument(), anyAttachments, (document, attached) => {
        const attachments: ReadonlyMap<string, Uint8Array> = new Map(Object.entries(attached))
        expect(readDocument(writeDocument(document, attachments))).toEqual(ok({ document, attachments }))
      }),
      { numRuns: 200 }
    )
  })

  it('give the same bytes for the same document, whatever the order of its keys', () => {
    fc.assert(
      fc.property(
        anyDocument(),
        anyAttachments,
        fc.infiniteStream(fc.nat()),
        (document, attached, stream) => {
          const pick = (): number => Number(stream.next().value)
          const once = writeDocument(document, new Map(Object.entries(attached)))
          const again = writeDocument(
            shuffled(document, pick) as Document,
            new Map(Object.entries(attached).reverse())
          )
          expect(Buffer.from(again).equals(once)).toBe(true)
        }
      ),
      { numRuns: 100 }
    )
  })

  const zipped = (document: Document): Uint8Array =>
    writeDocument(document, new Map([['weights.bin', bytes('weights')]]))

  it('survive any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\x03\x04', '{'),
        (noise, start) => {
          expect(readDocument(Uint8Array.of(...bytes(start), ...noise)).ok).toBe(false)
        }
      )
    )
  })

  it('load nothing by half, wherever a file is cut', () => {
    fc.assert(
      fc.property(anyDocument(), fc.boolean(), fc.nat(), (document, zip, cut) => {
        const file = zip ? zipped(document) : writeDocument(document)
        // The last byte of JSON is a newline, which nothing needs.
        expect(readDocument(file.slice(0, cut % (file.length - 1))).ok).toBe(false)
      })
    )
  })

  it('load a whole and valid document or none, whatever is changed in its JSON', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.nat(4),
      fc.constantFrom('', '0', '"', ',', '}', '-1', 'null', '[', '\\', 'é')
    )
    fc.assert(
      fc.property(anyDocument(), fc.array(change, { minLength: 1, maxLength: 3 }), (document, changes) => {
        let text = documentText(document)
        for (const [at, removed, inserted] of changes) {
          const place = at % text.length
          text = text.slice(0, place) + inserted + text.slice(place + removed)
        }
        const read = readDocument(bytes(text))
        if (read.ok)
          expect(checkDocument(read.value.document)).toEqual({ ok: true, value: read.value.document })
        else expect(read.error.message.length).toBeGreaterThan(20)
      }),
      { numRuns: 300 }
    )
  })

  it('see every changed byte of a zip that matters', () => {
    fc.assert(
      fc.property(anyDocument(), fc.nat(), fc.integer({ min: 1, max: 255 }), (document, at, flip) => {
        const file = zipped(document)
        const place = at % file.length
        file[place] = (file[place] ?? 0) ^ flip
        const read = readDocument(file)
        if (read.ok)
          expect(read.value).toEqual({ document, attachments: new Map([['weights.bin', bytes('weights')]]) })
      }),
      { numRuns: 300 }
    )
  })
})
