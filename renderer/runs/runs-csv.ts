import type { RunRecord } from '../../shared/training/run-record'
import { runName } from '../store/runs'

/** The runs as a table that spreadsheets read, RFC 4180: a line each, the latest first. */
export function runsCsv(runs: readonly RunRecord[]): string {
  const head = [
    'run',
    'name',
    'started',
    'outcome',
    'test_loss',
    'test_accuracy',
    'validation_loss',
    'validation_accuracy',
    'train_loss',
    'train_accuracy',
    'epochs',
    'seconds',
    'parameters',
    'optimizer',
    'learning_rate',
    'batch',
    'seed',
    'engine'
  ]
  const rows = runs.map(run => {
    const { training } = run.document
    const last = run.scores.at(-1)
    return [
      run.number,
      runName(run),
      new Date(run.startedAt).toISOString(),
      run.outcome,
      run.test?.loss,
      run.test?.accuracy,
      last?.validation?.loss,
      last?.validation?.accuracy,
      last?.train.loss,
      last?.train.accuracy,
      run.scores.length,
      run.seconds,
      run.parameters,
      training.optimizer.type,
      training.optimizer.params['learningRate'],
      training.batch,
      training.seed,
      run.backend
    ]
  })
  return [head, ...rows].map(row => `${row.map(field).join(',')}\r\n`).join('')
}

/** A text that a spreadsheet would take for a formula gets a quote before it. */
function field(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
