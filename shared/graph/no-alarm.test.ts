import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../document/read'
import { EXAMPLES } from '../examples/registry'
import { analyseOnce, briefly, digits, documentOf, network, type BriefBlock } from './testing'

describe('no alarm', () => {
  it.each(EXAMPLES.map(({ name }) => name))('over the example %s', name => {
    const read = readDocument(readFileSync(new URL(`../examples/${name}.blockprop`, import.meta.url)))
    if (!read.ok) throw new Error(name)
    expect(briefly(analyseOnce(read.value.document))).toEqual([])
  })

  const ends = {
    'input-1': ['input'],
    'flatten-1': ['flatten'],
    'dense-1': ['dense', { units: 10, activation: 'softmax' }],
    'output-1': ['output']
  } as const satisfies Readonly<Record<string, BriefBlock>>

  it.each<[string, Readonly<Record<string, BriefBlock>>, string]>([
    [
      'a Conv2D with its activation behind a BatchNormalization',
      { 'conv-1': ['conv2d'], 'norm-1': ['batchNormalization'], 'relu-1': ['activation'] },
      'input-1 > conv-1 > norm-1 > relu-1 > flatten-1 > dense-1 > output-1'
    ],
    [
      'a Dropout before the last Dense',
      { 'drop-1': ['dropout'] },
      'input-1 > flatten-1 > drop-1 > dense-1 > output-1'
    ],
    [
      'MaxPooling, which bends lines too',
      { 'conv-1': ['conv2d'], 'pool-1': ['maxPooling2d'] },
      'input-1 > conv-1 > pool-1 > flatten-1 > dense-1 > output-1'
    ],
    [
      'two Softmax with a Dense between',
      { 'dense-2': ['dense', { units: 10, activation: 'softmax' }] },
      'input-1 > flatten-1 > dense-2 > dense-1 > output-1'
    ]
  ])('over %s', (_, blocks, wires) => {
    const document = documentOf(network({ ...ends, ...blocks }, wires), { data: digits })
    expect(briefly(analyseOnce(document))).toEqual([])
  })
})
