import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { emptyDocument } from '../document/create'
import type { Document } from '../document/schema'
import { documentText, writeDocument } from '../document/write'
import { anyWork, linesOf } from './arbitrary'
import { writeLine } from './line'
import type { Patch } from './patch'
import { replay } from './replay'

const document = emptyDocument('doc-a', 'start')
const base = writeDocument(document)
const named = (name: string): Document => ({ ...document, name })
const names = (...all: readonly string[]) => linesOf([document, ...all.map(named)])

function replayed(lines: string, bytes = base) {
  const result = replay({ base: bytes, lines })
  if (!result.ok) throw new Error(result.error)
  return result.value
}

test('any work comes back as it was, and any part of it up to a line', () => {
  fc.assert(
    fc.property(anyWork, fc.nat(), (documents, where) => {
      const [first = document] = documents
      const lines = linesOf(documents)
      const count = where % (lines.length + 1)
      const { document: back, cut } = replayed(lines.slice(0, count).join(''), writeDocument(first))
      expect(documentText(back)).toBe(documentText(documents[count] ?? document))
      expect(cut).toBe(false)
    })
  )
})

test('what lay beside the document in its file comes back, and what the document was there', () => {
  const weights = new Uint8Array([1, 2, 3])
  const bytes = writeDocument(document, new Map([['weights.safetensors', weights]]))
  const back = replayed(names('one', 'two').join(''), bytes)
  expect(back.document.name).toBe('two')
  expect(back.base.name).toBe('start')
  expect(back.attachments).toEqual(new Map([['weights.safetensors', weights]]))
  expect(back.edits).toBe(2)
})

const line = (sequence: number, ...patches: readonly Patch[]): string =>
  writeLine({ sequence, edits: sequence, patches })
const setName = (value: string): Patch => ({ op: 'set', at: ['name'], value })

describe('a journal of which a part makes no document', () => {
  it.each<[string, readonly string[], string]>([
    [
      'at its end',
      [line(1, setName('one')), line(2, setName('two')), line(3, { op: 'remove', at: ['root'] })],
      'two'
    ],
    [
      'in the middle',
      [line(1, setName('one')), line(2, { op: 'set', at: ['version'], value: 7 }), line(3, setName('three'))],
      'one'
    ],
    [
      'at its start',
      [line(1, { op: 'set', at: ['root'], value: 'net-lost' }), line(2, setName('two'))],
      'start'
    ],
    [
      'in a place that is not there',
      [line(1, setName('one')), line(2, { op: 'set', at: ['networks', 'net-lost', 'name'], value: 'x' })],
      'one'
    ]
  ])('%s is had up to it, and it is told', (_where, lines, name) => {
    const back = replayed(lines.join(''))
    expect(back.document.name).toBe(name)
    expect(back.cut).toBe(true)
  })

  it('what mends itself later is no damage', () => {
    const lines = [line(1, { op: 'remove', at: ['name'] }), line(2, setName('two'))]
    expect(replayed(lines.join(''))).toMatchObject({ document: { name: 'two' }, cut: false })
  })

  it('ten thousand lines are had up to the one that is wrong', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) =>
      line(i + 1, i === 7654 ? { op: 'set', at: ['root'], value: 3 } : setName(`edit ${i}`))
    )
    expect(replayed(lines.join('')).document.name).toBe('edit 7653')
  })
})

test('later patches change what earlier ones brought, and not the records themselves', () => {
  const block = { type: 'dense', name: 'Dense', params: { units: 1 } }
  const at = ['networks', 'net-main', 'blocks', 'dense-1']
  const lines = [
    line(1, { op: 'set', at, value: block }),
    line(2, { op: 'set', at: [...at, 'params', 'units'], value: 2 }),
    line(3, { op: 'remove', at: ['root'] })
  ]
  expect(replayed(lines.join('')).document.networks['net-main']?.blocks['dense-1']?.params).toEqual({
    units: 2
  })
})

it.each([
  ['empty', new Uint8Array(), 'empty'],
  ['cut short', base.subarray(0, 40), 'cut short'],
  ['no document', new TextEncoder().encode('{"format":"blockprop","version":1}'), 'id']
])('a base that is %s is refused with the reason', (_what, bytes, words) => {
  const result = replay({ base: bytes, lines: names('one').join('') })
  expect(result).toMatchObject({ ok: false, error: expect.stringContaining(words) as string })
})
