import { notebook } from '../../shared/codegen/forms/notebook'
import { script } from '../../shared/codegen/forms/script'
import type { ProgramForm } from '../../shared/codegen/forms/form'
import type { ToExporter } from '../../shared/codegen/export-session'
import type { ExportStep } from '../../shared/codegen/make-export'
import { modelSourceOf } from '../../shared/codegen/source'
import type { Target } from '../../shared/codegen/target'
import { ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { useCodeSettings } from '../store/code-settings'
import { useDocument } from '../store/document'
import { exportableWeights } from '../store/exportable'
import { useExporting } from '../store/exporting'
import { fileStem } from '../store/file-stem'
import { notify } from '../store/session'
import { currentNetwork } from '../store/summary'
import { startExport, type Made } from '../workers/export-client'
import { chosenForms, chosenTarget } from './chosen'

const words = strings.code

/** The chosen framework's code of the document as it stands; `null` while it has problems. */
function current() {
  const { document } = useDocument.getState()
  const network = currentNetwork()
  const target = chosenTarget(useCodeSettings.getState())
  return network && { document, target, source: modelSourceOf(document, network) }
}

/** What is exported, as the panel has it chosen. */
function wantedExport(target: Target, zip: string | null): ToExporter {
  const settings = useCodeSettings.getState()
  const weights = exportableWeights()
  return {
    document: useDocument.getState().document,
    target: target.id,
    forms: chosenForms(settings).map(({ id }) => id),
    weights: settings.weights && weights.kind === 'fitting' ? weights.weights : null,
    zip
  }
}

export async function saveZip(): Promise<void> {
  const made = current()
  if (!made) return
  const stem = stemOf(made)
  const wanted = wantedExport(made.target, stem)
  const name = `${stem}.zip`
  const bytes = async (): Promise<Result<Uint8Array | null, string>> => {
    const whole = await make(name, wanted)
    return whole.ok ? ok(whole.value?.files.get(name) ?? null) : whole
  }
  told(name, await host.saveExport({ name, bytes }), `${words.unpackFirst} ${howToRun(wanted)}`)
}

export async function saveFolder(): Promise<void> {
  const made = current()
  if (!made || !host.saveFolder) return
  const name = stemOf(made)
  const wanted = wantedExport(made.target, null)
  const saved = await host.saveFolder(name, async () => {
    const whole = await make(name, wanted)
    if (!whole.ok || whole.value === null) return whole.ok ? ok(null) : whole
    return ok([...whole.value.files].map(([path, bytes]) => ({ name: path, bytes })))
  })
  told(name, saved, howToRun(wanted))
}

export const saveScript = (): Promise<void> => saveProgram(script)
export const saveNotebook = (): Promise<void> => saveProgram(notebook)

/** One file that people read. */
async function saveProgram(form: ProgramForm): Promise<void> {
  const made = current()
  if (!made) return
  const text = made.target.texts(made.source, { forms: [form], hasWeights: false }).get(form.file) ?? ''
  const saved = await host.saveExport({ name: form.file, bytes: new TextEncoder().encode(text) })
  told(form.file, saved, made.source.data ? words.needsData(form.file) : '')
}

export async function copyCode(): Promise<void> {
  const made = current()
  if (!made) return
  if (await host.copyText(made.target.model(made.source).text))
    notify({ kind: 'info', title: words.codeCopied(made.target.label), text: '' })
  else notify({ kind: 'error', title: words.copy, text: words.cantCopy })
}

/** Makes an export in its worker, and shows how far it is. */
async function make(name: string, wanted: ToExporter): Promise<Result<Made | null, string>> {
  const steps: readonly ExportStep[] =
    wanted.zip === null ? ['reading', 'writing'] : ['reading', 'writing', 'packing']
  const { made, cancel } = startExport(spawn, wanted, step =>
    useExporting.setState(({ going }) => ({ going: going && { ...going, step } }))
  )
  useExporting.setState({ going: { name, step: 'reading', steps, cancel } })
  const result = await made
  useExporting.setState(({ last }) => ({
    going: null,
    last:
      result.ok && result.value
        ? { document: wanted.document, target: wanted.target, sizes: result.value.sizes }
        : last
  }))
  return result
}

function spawn(): Worker {
  return new Worker(new URL('../workers/export.worker.ts', import.meta.url), {
    type: 'module',
    name: 'export'
  })
}

function told(name: string, saved: Result<string | null, string>, next: string): void {
  if (!saved.ok) notify({ kind: 'error', title: words.cantExport(name), text: saved.error })
  else if (saved.value !== null) notify({ kind: 'info', title: words.exported(saved.value), text: next })
}

function howToRun({ forms }: ToExporter): string {
  return forms.includes(script.id) ? words.runScript : words.runNotebook
}

/** `digits-mlp-keras` */
function stemOf({ document, target }: NonNullable<ReturnType<typeof current>>): string {
  return `${fileStem(document.name)}-${target.id}`
}
