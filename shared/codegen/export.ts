import { gather } from '../datasets/gather'
import type { TensorData } from '../formats/tensor-data'
import { writeNpz } from '../formats/npz'
import { fail, ok, type Result } from '../result'
import { planData } from './data-plan'
import type { ProgramForm } from './forms/form'
import { script } from './forms/script'
import type { Framework, Program } from './program'
import { readme } from './readme'
import type { ExportFiles, ExportOptions, ExportSource, ModelSource } from './target'

/** The files that people read: the program in its forms, what it needs, what to do with it. */
export function exportTexts(
  source: ModelSource,
  framework: Framework,
  { forms, hasWeights }: ExportOptions,
  program: Program = framework.program(source)
): ReadonlyMap<string, string> {
  const setting = { source, framework, hasWeights }
  return new Map([
    ...forms.map(form => [form.file, form.write(program, setting)] as const),
    ['requirements.txt', framework.requirements.map(line => `${line}\n`).join('')],
    ['README.md', readme(setting, { forms })]
  ])
}

/** The folder: what people read, and the samples with their split. */
export function exportFiles(
  source: ExportSource,
  framework: Framework,
  forms: readonly ProgramForm[] = [script]
): Result<ExportFiles, string> {
  const model = modelSource(source)
  const program = framework.program(model)
  const hasWeights = source.weights !== undefined
  const texts = exportTexts(model, framework, { forms, hasWeights }, program)
  const files = new Map<string, Uint8Array>(
    [...texts].map(([path, text]) => [path, new TextEncoder().encode(text)])
  )
  if (source.data) {
    const data = writeNpz(dataArrays(source, source.data))
    if (!data.ok) return fail(`The samples could not be written: ${data.error}`)
    files.set('data.npz', data.value)
  }
  if (source.weights) {
    const weights = program.weights(source.weights)
    if (!weights.ok) return fail(`The weights could not be written: ${weights.error}`)
    files.set(framework.weightsFile, weights.value)
  }
  return ok(files)
}

function modelSource({ network, data }: ExportSource): ModelSource {
  if (!data) return { network }
  const { train, validation, test } = data.split
  const split = { train: train.length, validation: validation.length, test: test.length }
  return { network, data: { dataset: data.prepared.dataset.info, split } }
}

/** All samples of each field in use, as the trainer sees them, and the rows of each part. */
function dataArrays(
  source: ExportSource,
  { prepared, split }: NonNullable<ExportSource['data']>
): ReadonlyMap<string, TensorData> {
  const { columns, size } = prepared.dataset
  const all = Int32Array.from({ length: size }, (_, row) => row)
  const arrays = new Map<string, TensorData>()
  for (const [field, array] of planData(modelSource(source)).arrays) {
    const column = columns.get(field)
    if (!column) throw new Error(`the dataset has no field ${field}`)
    const shape = [size, ...column.shape]
    const values = gather(column, all)
    arrays.set(
      array,
      values instanceof Int32Array
        ? { dtype: 'int32', shape, data: new Int32Array(values) }
        : { dtype: 'float32', shape, data: new Float32Array(values) }
    )
  }
  for (const part of ['train', 'validation', 'test'] as const) {
    const data = new Int32Array(split[part])
    arrays.set(part, { dtype: 'int32', shape: [data.length], data })
  }
  return arrays
}
