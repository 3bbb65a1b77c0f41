import type { NetworkEngine } from '../engine/network-engine'
import { hasAccuracy } from '../engine/loss-and-metric'
import type { FlatNetwork } from '../network/flatten'
import { fail, ok, type Result } from '../result'
import { batchOf, pieces } from './batches'
import { breathe } from './breathe'
import type { RunData } from './prepare-run'
import type { Judgement } from './protocol'

/** Samples in one go. */
const piece = 100

/** Asks the network about the first `most` samples of the test; while it does, the thread breathes. */
export async function judge(
  engine: NetworkEngine,
  network: FlatNetwork,
  { prepared: { dataset }, split }: RunData,
  most: number
): Promise<Result<Judgement, string>> {
  const output = network.outputs.find(({ loss }) => hasAccuracy(loss))
  if (!output)
    return fail('No Output of this network names classes: there is nothing to tell right from wrong.')
  const column = dataset.columns.get(output.target)
  if (!column) return fail(`${dataset.info.label} has no field ${output.target}.`)
  const rows = split.test.slice(0, most)
  if (rows.length === 0) return fail('The split holds no samples out for the test.')
  const field = dataset.info.fields.find(({ name }) => name === output.target)
  const classes = field?.kind === 'category' ? field.classes.length : 2
  const scores = new Float32Array(rows.length * classes)
  let at = 0
  for (const some of pieces(rows, piece)) {
    const answers = (await engine.predict(batchOf(network, dataset, some).inputs))[output.block]
    if (!answers) return fail('The network gave no answer.')
    scores.set(shares(answers.data, some.length, classes), at * classes)
    at += some.length
    await breathe()
  }
  return ok({
    output: output.block,
    rows,
    truth: rows.map(row => column.stored[row] ?? 0),
    guess: rows.map((_, i) => largest(scores.subarray(i * classes, (i + 1) * classes))),
    classes,
    scores
  })
}

/** Of a yes-or-no question there is one probability: that of the second class. */
function shares(data: Float32Array | Int32Array, count: number, classes: number): ArrayLike<number> {
  if (data.length !== count || classes !== 2) return data
  return Array.from(data).flatMap(second => [1 - second, second])
}

function largest(values: Float32Array): number {
  let best = 0
  values.forEach((value, i) => {
    if (value > (values[best] ?? 0)) best = i
  })
  return best
}
