import { describe, expect, test } from 'vitest'
import { kerasScript } from '../../shared/codegen/keras/script'
import { pytorchScript } from '../../shared/codegen/pytorch/script'
import { printModule } from '../../shared/codegen/python/print'
import type { Document } from '../../shared/document/schema'
import { createEngine } from '../../shared/engine/network-engine'
import { useBackend } from '../../shared/engine/testing/node-backends'
import type { NdArray } from '../../shared/network/nd-array'
import type { Plain } from '../../shared/training/protocol'
import { exampleDocument, lowered, samples, type Lowered } from './example-documents'
import { json } from './json-argument'
import { asIn } from './models'
import { float32, int32, type NumpyArray } from './numpy-array'
import { runPython } from './python'

const STEPS = 50
const BATCH = 32

/** Plain steps downhill, and nothing drawn at random: what is left must be the same everywhere. */
function withoutChance(document: Document): Document {
  const networks = Object.entries(document.networks).map(([id, network]) => {
    const blocks = Object.entries(network.blocks).map(([block, spec]) => [
      block,
      spec.type === 'dropout' ? { ...spec, params: { ...spec.params, rate: 0 } } : spec
    ])
    return [id, { ...network, blocks: Object.fromEntries(blocks) as typeof network.blocks }] as const
  })
  const optimizer = { type: 'sgd', params: { learningRate: 0.05 } }
  return {
    ...document,
    networks: Object.fromEntries(networks),
    training: { ...document.training, optimizer, batch: BATCH }
  }
}

describe.each(['digits-mlp', 'digits-cnn'])('%s: the losses of 50 steps', name => {
  const document = withoutChance(exampleDocument(name))
  const model = lowered(document)
  const data = samples(document, model, STEPS * BATCH)

  test('agree within 1 % at each step in tfjs, Keras and PyTorch', async () => {
    const { inputs, targets } = await data
    const [image] = inputs
    const [digit] = targets
    if (!image || !digit) throw new Error(`${name} has an image and a digit`)
    const ours = await tfjsLosses(document, model, image, digit)
    const keras = await kerasLosses(model, image, digit)
    const pytorch = await pytorchLosses(model, image, digit)
    expect(ours).toHaveLength(STEPS)
    // Not a curve that stands still.
    expect(Math.min(...ours)).toBeLessThan(0.8 * (ours[0] ?? 0))
    expect([apart(keras, ours), apart(pytorch, ours)].flat()).toEqual([])
  })
})

/** The steps at which two curves are more than 1 % apart. */
function apart(curve: readonly number[], reference: readonly number[]): readonly string[] {
  return reference.flatMap((expected, step) => {
    const actual = curve[step] ?? NaN
    return Math.abs(actual - expected) <= 0.01 * expected
      ? []
      : [`step ${step}: ${actual}, expected ${expected}`]
  })
}

async function tfjsLosses(document: Document, { flat, weights }: Lowered, image: NdArray, digit: NdArray) {
  await useBackend('wasm')
  const engine = createEngine(flat, document.training, weights)
  const [input] = flat.inputs
  const [output] = flat.outputs
  if (!input || !output) throw new Error('the network has an input and an output')
  for (let step = 0; step < STEPS; step++)
    engine.train(
      {
        size: BATCH,
        inputs: { [input.block]: batchOf(image, step) },
        targets: { [output.block]: batchOf(digit, step) }
      },
      step
    )
  const scores = await engine.collect()
  engine.dispose()
  return scores.map(({ loss }) => loss)
}

function batchOf({ shape, data, dtype }: NdArray, step: number): Plain {
  const width = shape.slice(1).reduce((n, d) => n * d, 1)
  const part = data.slice(step * BATCH * width, (step + 1) * BATCH * width)
  const numbers = dtype === 'int32' ? Int32Array.from(part) : Float32Array.from(part)
  return { shape: [BATCH, ...shape.slice(1)], data: numbers }
}

const LOAD = `
import json, types
job = json.loads(bytes(arrays["job"]).decode("utf-8"))
m = types.ModuleType("exported")
m.__file__ = "model.py"
exec(compile(job["code"], "exported.py", "exec"), m.__dict__)
steps, size = job["steps"], job["size"]
`

/** With the exported model, loss and optimizer. */
async function kerasLosses({ source, weights }: Lowered, image: NdArray, digit: NdArray) {
  const code = printModule(kerasScript(source).statements).text
  return losses(
    `${LOAD}
model = m.build_model()
m.compile_model(model)
for layer in model.layers:
    layer.set_weights([arrays[f"{layer.name}/{i}"] for i in range(len(layer.weights))])
losses = []
for step in range(steps):
    rows = slice(step * size, (step + 1) * size)
    model.reset_metrics()
    logs = model.train_on_batch(arrays["image"][rows], arrays["digit"][rows], return_dict=True)
    losses.append(float(logs["loss"]))
result["losses"] = losses
`,
    { code },
    { ...named(asIn('keras', source, weights)), image: numpy(image), digit: numpy(digit) }
  )
}

/** With the exported training loop itself; only the order of the samples is fixed. */
async function pytorchLosses({ source, weights }: Lowered, image: NdArray, digit: NdArray) {
  const script = pytorchScript(source)
  return losses(
    `${LOAD}
import torch
images = torch.from_numpy(arrays.pop("image")).permute(0, 3, 1, 2)
digits = torch.from_numpy(arrays.pop("digit")).long()
arrays.pop("job")
model = getattr(m, job["className"])()
model.load_state_dict({name: torch.from_numpy(value) for name, value in arrays.items()})
batches = list(zip(images.split(size), digits.split(size)))
m.DataLoader = lambda data, **options: batches if options.get("shuffle") else batches[:1]
m.DEVICE = "cpu"
losses, loss_function = [], m.loss_function
def recorded(*values):
    losses.append(loss_function(*values))
    return losses[-1]
m.loss_function = recorded
m.train(model, digits, digits, 1)
result["losses"] = [float(loss) for loss in losses[:steps]]
`,
    { code: printModule(script.statements).text, className: script.root.className },
    { ...named(asIn('pytorch', source, weights)), image: numpy(image), digit: numpy(digit) }
  )
}

async function losses(
  code: string,
  job: Readonly<Record<string, string>>,
  arrays: Readonly<Record<string, NumpyArray>>
): Promise<readonly number[]> {
  const given = { ...arrays, job: json({ ...job, steps: STEPS, size: BATCH }) }
  const { values } = await runPython(code, { arrays: given })
  return values['losses'] as readonly number[]
}

const numpy = ({ shape, data, dtype }: NdArray): NumpyArray =>
  (dtype === 'int32' ? int32 : float32)(shape, data)

function named(weights: Lowered['weights']): Readonly<Record<string, NumpyArray>> {
  return Object.fromEntries([...weights].map(([name, { shape, data }]) => [name, float32(shape, data)]))
}
