/** Generated models, run with given weights and inputs: many of them in one call of Python. */
import { kerasScript } from '../../shared/codegen/keras/script'
import { layerWeights } from '../../shared/codegen/keras/weights'
import { layoutAtEdge } from '../../shared/codegen/pytorch/layout'
import { pytorchScript } from '../../shared/codegen/pytorch/script'
import { stateDict } from '../../shared/codegen/pytorch/state-dict'
import { printModule } from '../../shared/codegen/python/print'
import type { ModelSource } from '../../shared/codegen/target'
import type { NetworkWeights } from '../../shared/network/initialise'
import type { NdArray } from '../../shared/network/nd-array'
import { float32, int32, type NumpyArray } from './numpy-array'
import { runPython } from './python'
import { json } from './json-argument'

export type Framework = 'keras' | 'pytorch'

/** What a model is run on; inputs and cotangents in the order of the network's inputs and outputs. */
export interface ModelCase {
  readonly source: ModelSource
  readonly weights: NetworkWeights
  readonly inputs: readonly NdArray[]
  readonly training?: boolean
  /** Asks for the gradients of the sum of outputs times these. */
  readonly cotangents?: readonly NdArray[]
}

export type ModelRun = ModelResults | { readonly kind: 'failed'; readonly error: string }

export interface ModelResults {
  readonly kind: 'ran'
  readonly trainable: number
  readonly outputs: readonly NumpyArray[]
  /** As the framework calls and lays out its weights; those that have one. */
  readonly gradients: ReadonlyMap<string, NumpyArray>
  /** Channels last; `undefined` for token ids. */
  readonly inputGradients: readonly (NumpyArray | undefined)[]
}

/** Weights, or gradients by the paths of weights, as the framework has them. */
export function asIn(framework: Framework, source: ModelSource, weights: NetworkWeights): NetworkWeights {
  if (framework === 'keras') {
    const { root, definitions } = kerasScript(source)
    return layerWeights(root, definitions, weights)
  }
  const { root, definitions } = pytorchScript(source)
  return stateDict(root, definitions, weights)
}

const COMMON = `
import gc, json, types
import torch
jobs = json.loads(bytes(arrays["jobs"]).decode("utf-8"))

def load(n, job):
    module = types.ModuleType(f"model_{n}")
    module.__file__ = "model.py"
    exec(compile(job["code"], f"model_{n}.py", "exec"), module.__dict__)
    return module

def inputs_of(n, job):
    tensors = [torch.from_numpy(arrays[f"{n}/input/{i}"]) for i in range(job["inputs"])]
    return [x.requires_grad_(x.is_floating_point()) for x in tensors]

def go_back(n, job, outputs):
    total = sum(
        (y * torch.from_numpy(arrays[f"{n}/cotangent/{i}"])).sum() for i, y in enumerate(outputs)
    )
    if total.requires_grad:
        total.backward()

def report(n, inputs, outputs, gradients):
    for i, y in enumerate(outputs):
        result[f"{n}/output/{i}"] = y
    for i, x in enumerate(inputs):
        if x.grad is not None:
            result[f"{n}/into/{i}"] = x.grad
    for name, gradient in gradients:
        if gradient is not None:
            result[f"{n}/gradient/{name}"] = gradient
`

/** `run_one` builds, runs and reports case n; a case that fails keeps no other from running. */
const EACH = `
import traceback
for n, job in enumerate(jobs):
    try:
        run_one(n, job)
    except Exception:
        result[f"{n}/error"] = traceback.format_exc()
`

const DRIVERS: Readonly<Record<Framework, string>> = {
  keras: `${COMMON}
import keras

def run_one(n, job):
    model = load(n, job).build_model()
    for layer in model.layers:
        layer.set_weights(
            [arrays[f"{n}/weight/{layer.name}/{i}"] for i in range(len(layer.weights))]
        )
    inputs = inputs_of(n, job)
    outputs = model(inputs[0] if len(inputs) == 1 else inputs, training=job["training"])
    outputs = list(outputs.values()) if isinstance(outputs, dict) else [outputs]
    if job["back"]:
        go_back(n, job, outputs)
    result[f"{n}/trainable"] = int(sum(np.prod(w.shape) for w in model.trainable_weights))
    gradients = [
        (f"{layer.name}/{i}", w.value.grad)
        for layer in model.layers
        for i, w in enumerate(layer.weights)
    ]
    report(n, inputs, outputs, gradients)
    keras.backend.clear_session()
${EACH}`,
  pytorch: `${COMMON}
def run_one(n, job):
    model = getattr(load(n, job), job["className"])()
    names = [name for name in arrays if name.startswith(f"{n}/weight/")]
    state = {name.split("/", 2)[2]: torch.from_numpy(arrays[name]) for name in names}
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected, unexpected
    assert all(name.endswith("num_batches_tracked") for name in missing), missing
    model.train(job["training"])
    inputs = inputs_of(n, job)
    given = [x.movedim(-1, 1) if i in job["images"] else x for i, x in enumerate(inputs)]
    outputs = model(*given)
    outputs = list(outputs) if isinstance(outputs, tuple) else [outputs]
    if job["back"]:
        go_back(n, job, outputs)
    trained = [p for p in model.parameters() if p.requires_grad]
    result[f"{n}/trainable"] = sum(p.numel() for p in trained)
    report(n, inputs, outputs, [(name, p.grad) for name, p in model.named_parameters()])
${EACH}`
}

/** Builds each model from its own `model.py`, in one go. */
export async function runModels(
  framework: Framework,
  cases: readonly ModelCase[]
): Promise<readonly ModelRun[]> {
  const arrays: Record<string, NumpyArray> = {}
  const jobs = cases.map(({ source, weights, inputs, training = false, cotangents }, n) => {
    for (const [name, { shape, data }] of asIn(framework, source, weights))
      arrays[`${n}/weight/${name}`] = float32(shape, data)
    for (const [i, input] of inputs.entries())
      arrays[`${n}/input/${i}`] = (input.dtype === 'int32' ? int32 : float32)(input.shape, input.data)
    for (const [i, { shape, data }] of (cotangents ?? []).entries())
      arrays[`${n}/cotangent/${i}`] = float32(shape, data)
    const script = framework === 'pytorch' ? pytorchScript(source) : kerasScript(source)
    const isImage = source.network.root.inputs.map(({ type }) => layoutAtEdge(type).kind === 'channels-first')
    return {
      code: printModule(script.statements).text,
      className: 'className' in script.root ? script.root.className : '',
      inputs: inputs.length,
      images: isImage.flatMap((is, i) => (is ? [i] : [])),
      training,
      back: cotangents !== undefined
    }
  })
  const answer = await runPython(DRIVERS[framework], { arrays: { ...arrays, jobs: json(jobs) } })
  return cases.map(({ inputs, source }, n) => {
    const error = answer.values[`${n}/error`]
    if (typeof error === 'string') return { kind: 'failed', error }
    const prefix = `${n}/gradient/`
    const gradients = Object.entries(answer.arrays).filter(([name]) => name.startsWith(prefix))
    return {
      kind: 'ran',
      trainable: Number(answer.values[`${n}/trainable`]),
      outputs: source.network.outputs.map((_, i) => present(answer.arrays, `${n}/output/${i}`)),
      gradients: new Map(gradients.map(([name, array]) => [name.slice(prefix.length), array])),
      inputGradients: inputs.map((_, i) => answer.arrays[`${n}/into/${i}`])
    }
  })
}

function present(arrays: Readonly<Record<string, NumpyArray>>, name: string): NumpyArray {
  const array = arrays[name]
  if (!array) throw new Error(`Python gave no ${name}`)
  return array
}

/** The results of a run that is meant to succeed. */
export function resultsOf(run: ModelRun | undefined): ModelResults {
  if (run?.kind !== 'ran') throw new Error(run ? run.error : 'it did not run')
  return run
}
