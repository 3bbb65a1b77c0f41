import { expect, test } from 'vitest'
import { emptyDocument, newId } from './create'
import { readDocument } from './read'
import { idSchema, type Document } from './schema'
import { documentText, writeDocument } from './write'

const document: Document = {
  ...emptyDocument('doc-a', 'Digits'),
  networks: {
    'net-main': {
      name: 'main',
      blocks: {
        'input-1': { type: 'input', name: 'Image', params: { shape: [28, 28, 1] } },
        'dense-1': {
          frozen: true,
          name: 'A name that is so long that all of this block can no longer stand on one line of a file',
          type: 'dense',
          params: { units: 512, activation: 'relu' }
        }
      },
      edges: [{ to: { port: 'in', block: 'dense-1' }, from: { block: 'input-1', port: 'out' } }]
    }
  },
  data: { source: 'mnist', split: { train: 7000, validation: 1000, test: 2000, seed: 7 } },
  view: { positions: { 'net-main': { 'input-1': { x: 0, y: -40.5 }, 'dense-1': { x: -0, y: 80 } } } }
}

test('a document is pleasant to read, and to compare line by line', () => {
  expect(documentText(document)).toBe(`{
  "format": "blockprop",
  "version": 1,
  "id": "doc-a",
  "name": "Digits",
  "networks": {
    "net-main": {
      "name": "main",
      "blocks": {
        "dense-1": {
          "type": "dense",
          "name": "A name that is so long that all of this block can no longer stand on one line of a file",
          "params": { "activation": "relu", "units": 512 },
          "frozen": true
        },
        "input-1": { "type": "input", "name": "Image", "params": { "shape": [28, 28, 1] } }
      },
      "edges": [
        { "from": { "block": "input-1", "port": "out" }, "to": { "block": "dense-1", "port": "in" } }
      ]
    }
  },
  "root": "net-main",
  "data": { "source": "mnist", "split": { "train": 7000, "validation": 1000, "test": 2000, "seed": 7 } },
  "training": {
    "optimizer": { "type": "adam", "params": { "learningRate": 0.001 } },
    "batch": 32,
    "epochs": 5,
    "seed": 1
  },
  "view": {
    "positions": {
      "net-main": {
        "dense-1": { "x": -0, "y": 80 },
        "input-1": { "x": 0, "y": -40.5 }
      }
    }
  }
}
`)
})

test('with attachments it is a zip, the same in every time zone', () => {
  const zone = process.env.TZ
  const files = ['America/St_Johns', 'Asia/Tokyo'].map(name => {
    process.env.TZ = name
    return writeDocument(document, new Map([['a.bin', Uint8Array.of(1)]]))
  })
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  expect(files[0]?.slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b))
  expect(files[0]).toEqual(files[1])
})

test.each(['document.json', '../a', '/a', 'a/../b', '__proto__', '', 'a\\b', 'a/'])(
  'an attachment called %j would not be read, and is not written',
  name => {
    expect(() => writeDocument(document, new Map([[name, Uint8Array.of(1)]]))).toThrow(/attachment/)
  }
)

test('an empty document is read', () => {
  const empty = emptyDocument('doc-a', '')
  expect(readDocument(writeDocument(empty))).toMatchObject({ ok: true, value: { document: empty } })
})

test.each(['dense', 'MaxPooling2D', 'multi-head-attention', '', '__proto__', '2D', 'é', 'x'.repeat(200)])(
  'a new id for %j fits the schema and is not taken',
  prefix => {
    const tried: string[] = []
    const id = newId(prefix, candidate => tried.push(candidate) < 3)
    expect(tried).toHaveLength(3)
    expect(id).toBe(tried[2])
    expect(idSchema.safeParse(id).success).toBe(true)
  }
)
