import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzz, fuzzTimeout } from '../fuzz/node-fuzz'
import { mutateBytes } from '../fuzz/mutate-bytes'
import { mutateJson } from '../fuzz/mutate-json'
import { mutateZip } from '../fuzz/mutate-zip'
import { randomFrom, type Random } from '../fuzz/random'
import type { Result } from '../result'
import { anyTensor, anyTensors } from './arbitrary-tensor.fixture'
import { readNpy, writeNpy } from './npy'
import { readNpz, writeNpz } from './npz'
import { readSafetensors, writeSafetensors } from './safetensors'
import { mistakeIn, type TensorData } from './tensor-data'

const sample = <T>(from: fc.Arbitrary<T>): readonly T[] => fc.sample(from, { numRuns: 30, seed: 1 })
const written = (all: readonly Result<Uint8Array, string>[]): readonly Uint8Array[] =>
  all.flatMap(one => (one.ok ? [one.value] : []))

const npy = written(sample(anyTensor()).map(tensor => writeNpy(tensor)))
const npz = written(sample(anyTensors()).map(tensors => writeNpz(tensors)))
const safetensors = written(sample(anyTensors()).map(tensors => writeSafetensors(tensors)))

/** The header is JSON behind 8 bytes of length: changed as JSON, with a length that fits. */
function withHeader(file: Uint8Array, random: Random): Uint8Array {
  const end = 8 + Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true))
  const json: unknown = JSON.parse(new TextDecoder().decode(file.subarray(8, end)))
  const header = new TextEncoder().encode(
    JSON.stringify(mutateJson(json, random, random.pick(['rude', 'sly'])))
  )
  const changed = new Uint8Array(8 + header.length + file.length - end)
  new DataView(changed.buffer).setBigUint64(0, BigInt(header.length), true)
  changed.set(header, 8)
  changed.set(file.subarray(end), 8 + header.length)
  return changed
}

const kinds = [
  {
    what: 'npy files',
    make: (random: Random) => mutateBytes(random.pick(npy), random),
    read: (bytes: Uint8Array) => tensorsOf(readNpy(bytes), tensor => [tensor])
  },
  {
    what: 'npz files',
    make: (random: Random) =>
      mutateZip(random.pick(npz), (_name, bytes) => mutateBytes(bytes, random), random),
    read: (bytes: Uint8Array) => tensorsOf(readNpz(bytes), all => [...all.values()])
  },
  {
    what: 'safetensors files',
    make: (random: Random) => {
      const file = random.pick(safetensors)
      return random.below(2) === 0 ? mutateBytes(file, random) : withHeader(file, random)
    },
    read: (bytes: Uint8Array) => tensorsOf(readSafetensors(bytes), ({ tensors }) => [...tensors.values()])
  }
]

function tensorsOf<T>(
  read: Result<T, string>,
  all: (value: T) => readonly TensorData[]
): readonly TensorData[] | null {
  if (read.ok) return all(read.value)
  expect(read.error).toMatch(/\w/)
  expect(read.error.length).toBeLessThan(2000)
  return null
}

test.each(kinds)(
  'damaged $what: whole tensors, or a reason',
  { timeout: fuzzTimeout },
  async ({ what, make, read }) => {
    const { taken, refused } = await fuzz({
      what,
      cases: { short: 1_000, full: 10_000 },
      make: seed => make(randomFrom(seed)),
      read: bytes => {
        const tensors = read(bytes)
        for (const tensor of tensors ?? []) expect(mistakeIn(tensor)).toBeNull()
        return tensors ? 'taken' : 'refused'
      }
    })
    expect(Math.min(taken, refused)).toBeGreaterThan(0)
  }
)
