import { writeFile } from 'node:fs/promises'
import type { Document } from '../../../shared/document/schema'
import { writeDocument } from '../../../shared/document/write'
import type { FromTrainer, PlainWeights } from '../../../shared/training/protocol'
import { createSession } from '../../../shared/training/session'
import { WEIGHTS_FILE, writeWeightsFile } from '../../../shared/training/weights-file'
import { readAsset, wasmFolder } from '../assets'
import { JSON_OPTION, parseArguments, type Command } from '../command'
import { failure, NotUsable } from '../failure'
import { openDocument } from '../open-document'
import { jsonReport } from '../report-json'
import { textReport } from '../report-text'
import { readWeights } from '../weights'

export const train: Command = {
  name: 'train',
  usage: 'blockprop train FILE [--epochs N] [--seed N] [--batch N] [--weights FILE] [--save FILE] [--json]',
  summary: 'Trains the network on its dataset and tests it.',
  options: {
    epochs: { type: 'string', value: 'N', help: 'how often to go through the data' },
    seed: { type: 'string', value: 'N', help: 'where random numbers start: same seed, same curve' },
    batch: { type: 'string', value: 'N', help: 'samples a step' },
    weights: {
      type: 'string',
      value: 'FILE',
      help: 'weights to begin with (.safetensors, or a trained .blockprop)'
    },
    save: {
      type: 'string',
      value: 'FILE',
      help: 'where to keep the trained weights (.safetensors or .blockprop)'
    },
    json: JSON_OPTION
  },
  run: async argv => {
    const { file, text, flag, whole } = parseArguments(train, argv)
    const { document: opened, attachments } = await openDocument(file)
    const { training } = opened
    const document: Document = {
      ...opened,
      training: {
        ...training,
        epochs: whole('epochs', 1) ?? training.epochs,
        seed: whole('seed', 0) ?? training.seed,
        batch: whole('batch', 1) ?? training.batch
      }
    }
    const from = text('weights')
    const weights = from === undefined ? undefined : await readWeights(from)
    const report = flag('json') ? jsonReport() : textReport(document.name)
    const end = await runToEnd(document, weights, report)
    if (end.kind === 'failed') {
      failure(`${end.message} ${end.advice}`)
      return 1
    }
    const save = text('save')
    if (save !== undefined) await keep(save, document, attachments, end.weights)
    return 0
  }
}

type End = Extract<FromTrainer, { readonly kind: 'finished' | 'failed' }>

/** Trains in this process; Ctrl+C stops the run after its step. */
function runToEnd(
  document: Document,
  weights: PlainWeights | undefined,
  report: (message: FromTrainer) => void
): Promise<End> {
  const runId = 'run'
  return new Promise(resolve => {
    const stop = (): void => session.receive({ kind: 'stop', runId })
    const session = createSession({
      readAsset,
      environment: { wasmPaths: wasmFolder() },
      emit: message => {
        report(message)
        if (message.kind !== 'finished' && message.kind !== 'failed') return
        process.off('SIGINT', stop)
        resolve(message)
      }
    })
    process.once('SIGINT', stop)
    session.receive({ kind: 'start', runId, document, backend: 'auto', ...(weights && { weights }) })
  })
}

async function keep(
  file: string,
  document: Document,
  attachments: ReadonlyMap<string, Uint8Array>,
  weights: PlainWeights
): Promise<void> {
  const written = writeWeightsFile(weights)
  if (!written.ok) throw new NotUsable(written.error)
  const bytes = file.endsWith('.blockprop')
    ? writeDocument(document, new Map([...attachments, [WEIGHTS_FILE, written.value]]))
    : written.value
  await writeFile(file, bytes)
}
