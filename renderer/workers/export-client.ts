import type { FromExporter, ToExporter } from '../../shared/codegen/export-session'
import type { ExportStep } from '../../shared/codegen/make-export'
import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'

/** The part of a Worker that an export needs. */
export interface ExporterPort {
  postMessage(message: ToExporter): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromExporter>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

export type Made = Extract<FromExporter, { kind: 'made' }>

interface GoingExport {
  /** `null` where it was given up. */
  readonly made: Promise<Result<Made | null, string>>
  readonly cancel: () => void
}

/** Makes an export in a worker of its own, which ends with it: what it held of the samples goes too. */
export function startExport(
  spawn: () => ExporterPort,
  wanted: ToExporter,
  onStep: (step: ExportStep) => void
): GoingExport {
  const port = spawn()
  let end: (result: Result<Made | null, string>) => void = () => undefined
  const made = new Promise<Result<Made | null, string>>(done => {
    end = result => {
      port.onmessage = port.onerror = port.onmessageerror = null
      port.terminate()
      done(result)
    }
  })
  port.onmessage = ({ data }) => {
    if (data.kind === 'step') onStep(data.step)
    else end(data.kind === 'made' ? ok(data) : fail(data.message))
  }
  port.onerror = event => {
    event.preventDefault()
    end(fail(strings.code.exportDied(event.message)))
  }
  port.onmessageerror = () => end(fail(strings.training.badMessage))
  port.postMessage(wanted)
  return { made, cancel: () => end(ok(null)) }
}
