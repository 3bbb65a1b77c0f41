import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BlockCase } from '../../shared/blocks/cases/block-case'
import { caseNumbers } from '../../shared/blocks/cases/case-numbers'
import { networkOfSize } from '../../shared/graph/arbitrary'
import { interpret } from '../../shared/network/interpret'
import { largestIn } from '../../shared/network/operations/testing'
import { countWeights } from '../../shared/network/summary'
import { traceNetwork } from '../../shared/network/trace'
import { difference } from './compare'
import { lowered } from './example-documents'
import { resultsOf, runModels, type Framework, type ModelCase, type ModelRun } from './models'

const seed = Number(process.env['BLOCKPROP_SEED'] ?? 5)
const runs = Number(process.env['BLOCKPROP_GRAPHS'] ?? 100)
const frameworks: readonly Framework[] = ['keras', 'pytorch']
const row: BlockCase = { name: 'a graph', inputs: {}, batch: 2, time: 3, shape: [], weights: 0 }

const all = fc
  .sample(networkOfSize(5, 40), { seed, numRuns: runs })
  .map((document, n) => ({ title: `graph ${n} of seed ${seed}`, ...prepare(document) }))

function prepare(document: Parameters<typeof lowered>[0]) {
  const { source, flat } = lowered(document)
  const { batch, time, inputs, weights } = caseNumbers(flat, row)
  const program = traceNetwork(flat, { batch, time })
  const feed = { inputs: Object.fromEntries(inputs), weights: Object.fromEntries(weights) }
  const reference = interpret(program, feed, { trace: true })
  if (!reference.ok) throw new Error(reference.error.message)
  const model: ModelCase = { source, weights, inputs: [...inputs.values()] }
  const largest = largestIn(reference.value.trace?.values() ?? [])
  const types = flat.layers.map(({ node }) => node.type)
  return { ...model, flat, types, expected: reference.value.outputs, largest }
}

describe.each(frameworks)('%s', framework => {
  let found: readonly ModelRun[] = []
  let compared = 0
  beforeAll(async () => {
    found = await runModels(framework, all)
  }, 1_200_000)

  test.each(all.map(({ title }, n) => [title, n] as const))('%s', (_title, n) => {
    const graph = all[n]
    if (!graph) throw new Error(`there is no graph ${n}`)
    const run = resultsOf(found[n])
    expect(run.trainable).toBe(countWeights(graph.flat).trainable)
    // Exponentials of exponentials leave the range of float32.
    if (!(graph.largest < 1e3)) return
    const problems = graph.flat.outputs.flatMap(({ block }, i) => {
      const expected = graph.expected[block]
      const problem = expected ? difference(run.outputs[i], expected, 1e-3) : 'nothing was expected'
      return problem === null ? [] : [`${block}: ${problem}`]
    })
    expect(problems, graph.types.join(', ')).toEqual([])
    compared++
  })

  test('most were compared', () => {
    const kinds = new Set(all.flatMap(({ types }) => types)).size
    process.stdout.write(
      `graphs: ${framework}, ${runs} built and run (seed ${seed}), ${compared} compared, ${kinds} kinds of blocks\n`
    )
    expect(compared).toBeGreaterThan(runs / 2)
  })
})
