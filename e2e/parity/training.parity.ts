import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TARGETS } from '../../shared/codegen/registry'
import type { Document } from '../../shared/document/schema'
import { buildDocument, type NetworkWords } from './build-document'
import { lowered, smallExport } from './example-documents'
import { black, runPython } from './python'

const measurements = { field: 'measurements', shape: [4] } as const
const species = { target: 'species', loss: 'crossEntropy' } as const
const again = { target: 'measurements', loss: 'meanSquaredError' } as const
const adam = { type: 'adam', params: {} } as const

/** Ways to train that no example has. */
const ways: Readonly<
  Record<
    string,
    { network: NetworkWords; optimizer?: Document['training']['optimizer']; seed?: number; parts?: 'train' }
  >
> = {
  'two inputs from one field, two outputs, one weighted': {
    network: {
      blocks: {
        'input-1': ['input', measurements, { name: 'Flower' }],
        'input-2': ['input', measurements, { name: 'Flower' }],
        'join-1': ['concatenate'],
        'dense-1': ['dense', { units: 3, activation: 'softmax' }],
        'dense-2': ['dense', { units: 4 }],
        'output-1': ['output', species, { name: 'Kind' }],
        'output-2': ['output', { ...again, weight: 0.5 }, { name: 'Kind' }]
      },
      edges: [
        'input-1 > join-1',
        'input-2 > join-1',
        'join-1 > dense-1',
        'join-1 > dense-2',
        'dense-1 > output-1',
        'dense-2 > output-2'
      ]
    }
  },
  'probabilities that something else reads': {
    network: {
      blocks: {
        'input-1': ['input', measurements],
        'dense-1': ['dense', { units: 3, activation: 'softmax' }],
        'dense-2': ['dense', { units: 4 }],
        'output-1': ['output', species],
        'output-2': ['output', again]
      },
      edges: ['input-1 > dense-1', 'dense-1 > output-1', 'dense-1 > dense-2', 'dense-2 > output-2']
    },
    optimizer: { type: 'rmsprop', params: {} }
  },
  'one output of numbers, weighted; momentum': {
    network: {
      blocks: {
        'input-1': ['input', measurements],
        'dense-1': ['dense', { units: 4 }],
        'output-1': ['output', { ...again, loss: 'meanAbsoluteError', weight: 2 }]
      },
      edges: ['input-1 > dense-1', 'dense-1 > output-1']
    },
    optimizer: { type: 'sgd', params: { learningRate: 1, momentum: 0.5, nesterov: true } },
    seed: -5
  },
  'a frozen layer with statistics; neither validation nor test': {
    network: {
      blocks: {
        'input-1': ['input', measurements],
        'norm-1': ['batchNormalization', {}, { frozen: true }],
        'dense-1': ['dense', { units: 3, activation: 'softmax' }],
        'output-1': ['output', species]
      },
      edges: ['input-1 > norm-1', 'norm-1 > dense-1', 'dense-1 > output-1']
    },
    parts: 'train'
  }
}

describe.each(TARGETS)('$label', target => {
  test.each(Object.entries(ways))('%s', async (_title, { network, optimizer = adam, seed = 1, parts }) => {
    const built = buildDocument({ 'net-main': network })
    const document: Document = {
      ...built,
      data: { source: 'iris', split: { train: 90, validation: 30, test: 30, seed: 1 } },
      training: { ...built.training, optimizer, seed }
    }
    const files = target.files(await smallExport(document, lowered(document), parts))
    if (!files.ok) throw new Error(files.error)
    const folder = mkdtempSync(join(tmpdir(), 'blockprop-ways-'))
    try {
      for (const [path, bytes] of files.value) writeFileSync(join(folder, path), bytes)
      const code = new TextDecoder().decode(files.value.get('model.py'))
      expect(await black(code)).toBe(code)
      const { text } = await runPython(
        'import sys, model\nsys.argv = ["model.py", "--epochs", "2"]\nmodel.main()',
        {
          folder
        }
      )
      expect(text.match(/\bnan\b/i)).toBeNull()
      expect(/^test: .*loss \d/m.test(text)).toBe(parts === undefined)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('no attribute of a generated module hides one of nn.Module', async () => {
  const { values } = await runPython(
    'import torch\nresult["names"] = [n for n in dir(torch.nn.Module()) if n[0] != "_"]'
  )
  const names = (values['names'] as readonly string[]).filter(name => name === name.toLowerCase())
  expect(names.length).toBeGreaterThan(40)
  const [pytorch] = TARGETS.filter(({ id }) => id === 'pytorch')
  const blocks = Object.fromEntries(
    names.map((name, i) => [`dense-${i}`, ['dense', { units: 1 }, { name }] as const])
  )
  const ids = Object.keys(blocks)
  const chain = ids.map((id, i) => `${ids[i - 1] ?? 'input-1'} > ${id}`)
  const document = buildDocument({
    'net-main': {
      blocks: {
        'input-1': ['input', { shape: [1] }],
        ...blocks,
        'output-1': ['output', { loss: 'meanSquaredError' }]
      },
      edges: [...chain, `${ids.at(-1) ?? ''} > output-1`]
    }
  })
  const code = pytorch?.model(lowered(document).source).text ?? ''
  const attributes = [...code.matchAll(/self\.(\w+) = nn\.Linear/g)].map(match => match[1])
  expect(attributes).toHaveLength(names.length)
  expect(attributes.filter(attribute => names.includes(attribute ?? ''))).toEqual([])
})
