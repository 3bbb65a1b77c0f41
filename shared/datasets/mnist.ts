import { tensor } from '../blocks/tensor-type'
import { ok } from '../result'
import { bytesOf } from './bytes-of'
import type { Dataset } from './dataset'

const SIZE = 10_000
const TEST = 2000
const PIXELS = 28 * 28

/** Bytes: images, labels, places of the test images (16 bits); see scripts/datasets/mnist.mjs. */
export const mnist: Dataset = {
  id: 'mnist',
  label: 'MNIST digits',
  summary: '10,000 handwritten digits, 28 × 28 pixels each: which digit is it?',
  licence: 'CC BY-SA 3.0',
  source: 'Y. LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits',
  task: 'classification',
  fields: [
    { name: 'image', label: 'Image', kind: 'image', type: tensor([28, 28, 1]) },
    {
      name: 'digit',
      label: 'Digit',
      kind: 'category',
      type: tensor([], 'int32'),
      classes: Array.from('0123456789')
    }
  ],
  size: SIZE,
  fixedTest: TEST,
  split: { train: 7000, validation: 1000, test: 2000 },
  sha256: '1840215d8e507e2b5e5b7425b39fc02c9621626d4c5e554d9df9bee5bfb9b48b',
  origin: { kind: 'file', asset: 'mnist.bin.gz', bytes: SIZE * (PIXELS + 1) + TEST * 2 },

  async load(read) {
    const bytes = await bytesOf(mnist, read)
    if (!bytes.ok) return bytes
    const images = bytes.value.subarray(0, SIZE * PIXELS)
    const labels = bytes.value.subarray(SIZE * PIXELS, SIZE * (PIXELS + 1))
    const places = new DataView(bytes.value.buffer, SIZE * (PIXELS + 1))
    return ok({
      info: mnist,
      size: SIZE,
      columns: new Map([
        ['image', { shape: [28, 28, 1], dtype: 'float32', stored: images, divisor: 255 }],
        ['digit', { shape: [], dtype: 'int32', stored: labels, divisor: 1 }]
      ]),
      testRows: Int32Array.from({ length: TEST }, (_, i) => places.getUint16(i * 2, true))
    })
  }
}
