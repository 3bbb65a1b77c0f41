import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { anyDocument } from '../document/arbitrary'
import { readDocument } from '../document/read'
import { documentText, writeDocument } from '../document/write'
import { EXAMPLES } from '../examples/registry'
import { registryKinds } from '../graph/arbitrary'
import { initialWeights } from '../network/initialise'
import { networkOf } from '../network/network-of'
import { WEIGHTS_FILE, writeWeightsFile } from '../training/weights-file'
import { mutateBytes } from './mutate-bytes'
import { mutateJson } from './mutate-json'
import { mutateZip } from './mutate-zip'
import { randomFrom, type Random } from './random'

const utf8 = new TextEncoder()
const text = new TextDecoder()

/** What is damaged: the examples, random documents with groups and cycles, and a trained network as a zip. */
export interface Sound {
  readonly plain: readonly Uint8Array[]
  readonly zips: readonly Uint8Array[]
}

export function soundDocuments(): Sound {
  const examples = EXAMPLES.map(
    ({ name }) => new Uint8Array(readFileSync(new URL(`../examples/${name}.blockprop`, import.meta.url)))
  )
  const random = fc.sample(anyDocument(registryKinds), { numRuns: 30, seed: 1 })
  return {
    plain: [...examples, ...random.map(document => utf8.encode(documentText(document)))],
    zips: [trained('iris-mlp', examples), trained('names-lstm', examples)]
  }
}

function trained(example: string, all: readonly Uint8Array[]): Uint8Array {
  const read = readDocument(all[EXAMPLES.findIndex(({ name }) => name === example)] ?? new Uint8Array())
  const made = read.ok && networkOf(read.value.document)
  if (!read.ok || !made || !made.ok) throw new Error(`${example} is no sound example`)
  const weights = writeWeightsFile(initialWeights(made.value.flat, 1))
  if (!weights.ok) throw new Error(weights.error)
  return writeDocument(read.value.document, new Map([[WEIGHTS_FILE, weights.value]]))
}

/** One damaged file; the same seed gives the same one. */
export function damagedDocument({ plain, zips }: Sound, seed: number): Uint8Array {
  const random = randomFrom(seed)
  switch (random.below(8)) {
    case 0:
    case 1:
      return mutateBytes(random.pick(plain), random)
    case 2:
      return mutateZip(random.pick(zips), (name, bytes) => damagedInside(name, bytes, random), random)
    default:
      return damagedJson(random.pick(plain), random)
  }
}

function damagedJson(json: Uint8Array, random: Random): Uint8Array {
  const manner = random.pick(['rude', 'sly', 'sly'] as const)
  return utf8.encode(JSON.stringify(mutateJson(JSON.parse(text.decode(json)), random, manner)))
}

function damagedInside(name: string, bytes: Uint8Array, random: Random): Uint8Array {
  return name.endsWith('.json') && random.below(2) === 0
    ? damagedJson(bytes, random)
    : mutateBytes(bytes, random)
}
