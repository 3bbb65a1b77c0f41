import { gather } from '../datasets/gather'
import type { NetworkWeights } from '../network/initialise'
import type { TensorData } from '../formats/tensor-data'
import { writeNpz } from '../formats/npz'
import { fail, ok, type Result } from '../result'
import { planData } from './data-plan'
import type { PrintedModule } from './python/print'
import { readme } from './readme'
import type { ExportFiles, ExportSource, ModelSource } from './target'

/** What differs between frameworks in the folder of an export. */
export interface ExportForm {
  readonly framework: string
  /** Lines of requirements.txt. */
  readonly requirements: readonly string[]
  readonly weightsFile: string
  readonly write: (
    source: ModelSource,
    weights: NetworkWeights | undefined
  ) => { readonly module: PrintedModule; readonly weights: Result<Uint8Array, string> | undefined }
}

/** The folder: the script, what it needs, what to do with it, and the samples with their split. */
export function exportFiles(source: ExportSource, form: ExportForm): Result<ExportFiles, string> {
  const model = modelSource(source)
  const { module, weights } = form.write(model, source.weights)
  const files = new Map<string, Uint8Array>()
  const text = (path: string, content: string): unknown => files.set(path, new TextEncoder().encode(content))
  text('model.py', module.text)
  text('requirements.txt', form.requirements.map(line => `${line}\n`).join(''))
  text('README.md', readme(model, { ...form, hasWeights: weights !== undefined }))
  if (source.data) {
    const data = writeNpz(dataArrays(source, source.data))
    if (!data.ok) return fail(`The samples could not be written: ${data.error}`)
    files.set('data.npz', data.value)
  }
  if (weights) {
    if (!weights.ok) return fail(`The weights could not be written: ${weights.error}`)
    files.set(form.weightsFile, weights.value)
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
