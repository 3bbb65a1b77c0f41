import type { ReadAsset } from '../datasets/dataset'
import type { Document } from '../document/schema'
import { writeZip } from '../formats/zip/write-zip'
import { networkOf } from '../network/network-of'
import { fail, ok, type Result } from '../result'
import type { PlainWeights } from '../training/protocol'
import { FORMS } from './forms/registry'
import { makeExport, type ExportStep } from './make-export'
import { targetOf } from './registry'
import type { ExportFiles } from './target'

export interface ToExporter {
  readonly document: Document
  /** By its id, as `forms` by theirs. */
  readonly target: string
  readonly forms: readonly string[]
  readonly weights: PlainWeights | null
  /** Everything as one zip, in a folder of this name; `null`: the files themselves. */
  readonly zip: string | null
}

export type FromExporter =
  | { readonly kind: 'step'; readonly step: ExportStep }
  | {
      readonly kind: 'made'
      /** What is written: the files, or the one zip. */
      readonly files: ExportFiles
      /** Bytes of each file, by its path in the export. */
      readonly sizes: ReadonlyMap<string, number>
    }
  | { readonly kind: 'refused'; readonly message: string }

type Made = Extract<FromExporter, { kind: 'made' }>

/** Makes an export, and tells how far it is. It knows nothing of workers. */
export async function runExport(
  wanted: ToExporter,
  read: ReadAsset,
  tell: (message: FromExporter) => void
): Promise<void> {
  const made = await make(wanted, read, step => tell({ kind: 'step', step }))
  tell(made.ok ? made.value : { kind: 'refused', message: made.error })
}

async function make(
  { document, target: id, forms, weights, zip }: ToExporter,
  read: ReadAsset,
  onStep: (step: ExportStep) => void
): Promise<Result<Made, string>> {
  const target = targetOf(id)
  if (!target) return fail(`There is no target “${id}”.`)
  const runnable = networkOf(document)
  if (!runnable.ok) return fail(runnable.error.map(problem => problem.message).join(' '))
  const wanted = { document, target, forms: FORMS.filter(form => forms.includes(form.id)), weights }
  const files = await makeExport(wanted, runnable.value, read, onStep)
  if (!files.ok) return files
  const sizes = new Map([...files.value].map(([path, { length }]) => [path, length]))
  if (zip === null) return ok({ kind: 'made', files: files.value, sizes })
  onStep('packing')
  const whole = inOneZip(files.value, zip)
  return whole.ok ? ok({ kind: 'made', files: whole.value, sizes }) : whole
}

function inOneZip(files: ExportFiles, folder: string): Result<ExportFiles, string> {
  const inFolder = new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]))
  // Samples are packed already, and random numbers grow no smaller.
  const zip = writeZip(inFolder, path => (/\.(npz|safetensors)$/.test(path) ? 'store' : 'deflate'))
  return zip.ok ? ok(new Map([[`${folder}.zip`, zip.value]])) : zip
}
