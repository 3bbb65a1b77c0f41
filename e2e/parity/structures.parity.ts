import { beforeAll, describe, expect, test } from 'vitest'
import { ndArray, type NdArray } from '../../shared/network/nd-array'
import { normals, uniforms } from '../../shared/network/philox'
import { countWeights } from '../../shared/network/summary'
import { buildDocument } from './build-document'
import { difference } from './compare'
import { lowered } from './example-documents'
import { resultsOf, runModels, type Framework, type ModelRun } from './models'
import { referenceOutputs } from './reference'
import { structures } from './structures'

const frameworks: readonly Framework[] = ['keras', 'pytorch']
const all = Object.entries(structures).map(([title, networks]) => {
  const model = lowered(buildDocument(networks))
  return { title, ...model, inputs: model.flat.inputs.map(input => numbersFor(input.block, input.type)) }
})

describe.each(frameworks)('%s', framework => {
  let runs: readonly ModelRun[] = []
  beforeAll(async () => {
    runs = await runModels(framework, all)
  }, 300_000)

  test.each(all.map(({ title }, n) => [title, n] as const))('%s', (_title, n) => {
    const found = all[n]
    if (!found) throw new Error(`there is no structure ${n}`)
    const { flat, weights, inputs } = found
    const run = resultsOf(runs[n])
    const reference = referenceOutputs(flat, weights, inputs)
    const problems = flat.outputs.map(({ block }, i) => {
      const expected = reference[block]
      return expected ? difference(run.outputs[i], expected, 1e-4) : `no ${block}`
    })
    expect(problems).toEqual(flat.outputs.map(() => null))
    expect(run.trainable).toBe(countWeights(flat).trainable)
  })
})

function numbersFor(
  block: string,
  { shape, dtype }: { readonly shape: readonly (number | null)[]; readonly dtype: string }
): NdArray {
  const [batch, time] = [3, 5]
  const whole = [batch, ...shape.map(d => d ?? time)]
  const count = whole.reduce((n, d) => n * d, 1)
  if (dtype === 'float32') return ndArray(whole, normals(1, 0, block, count))
  // Shorter ones end in padding.
  const ids = Array.from(uniforms(1, 0, block, count), (u, i) =>
    i % time < time - Math.floor(i / time) ? 1 + Math.floor(u * 5) : 0
  )
  return ndArray(whole, ids, 'int32')
}
