import { create } from 'zustand'
import type { Result } from '../../shared/result'
import { fail, ok } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { PlainWeights } from '../../shared/training/protocol'
import { readStoredRun, storedRun, type RunRecord } from '../../shared/training/run-record'
import { host } from '../host/current'
import { edit } from './edit-document'
import { notify } from './session'
import { keepTrained } from './training'

const words = strings.runs

/** How many runs can be told apart in one plot. */
export const mostCompared = 6

/** Of each document; of older ones the curves stay and the weights go. */
const mostWithWeights = 20

/** Of all documents together: the oldest go first, most often those of examples that were never saved. */
const mostStored = 500

interface RunsState {
  /** Whose runs these are; empty before any document. */
  readonly documentId: string
  /** The latest first. */
  readonly runs: readonly RunRecord[]
  /** In the plots, in the order in which they were chosen: the place says the colour. */
  readonly compared: readonly (string | null)[]
}

export const useRuns = create<RunsState>()(() => ({ documentId: '', runs: [], compared: [] }))

const recordKey = (document: string, run: string): string => `runs/${document}/${run}`
const weightsKey = (document: string, run: string): string => `run-weights/${document}/${run}`

/** What a run is called: its own name, or its number. */
export function runName({ name, number }: Pick<RunRecord, 'name' | 'number'>): string {
  return name === '' ? words.run(number) : name
}

/** Shows the runs that were kept of a document. */
export async function loadRuns(documentId: string): Promise<void> {
  useRuns.setState({ documentId, runs: [], compared: [] })
  const keys = await host.blobs.keys(recordKey(documentId, ''))
  if (!keys.ok) return
  const stored = await Promise.all(keys.value.map(key => host.blobs.get(key)))
  const runs = stored.flatMap(found => {
    const read = found.ok ? readStoredRun(found.value) : found
    // What can't be read is of a newer version, perhaps: it stays where it is.
    return read.ok ? [read.value] : []
  })
  useRuns.setState(state => {
    if (state.documentId !== documentId) return state
    // A run may have ended in the meantime.
    const known = new Set(state.runs.map(run => run.id))
    const all = sorted([...state.runs, ...runs.filter(run => !known.has(run.id))])
    const [latest] = all
    return {
      runs: all,
      compared: state.compared.length > 0 || !latest ? state.compared : [latest.id]
    }
  })
}

/** Takes a run that is over among the others, and stores it. */
export async function keepRun(
  documentId: string,
  record: RunRecord,
  weights: PlainWeights | null
): Promise<void> {
  if (useRuns.getState().documentId === documentId)
    useRuns.setState(({ runs, compared }) => ({
      runs: sorted([...runs, record]),
      compared: withRun(compared, record.id)
    }))
  const stored = await store(documentId, record, weights)
  if (!stored.ok) notify({ kind: 'info', title: words.notStored(runName(record)), text: stored.error })
  await dropOldWeights(documentId)
}

async function store(
  documentId: string,
  record: RunRecord,
  weights: PlainWeights | null
): Promise<Result<null, string>> {
  if (weights) {
    const put = await host.blobs.put(weightsKey(documentId, record.id), weights)
    if (!put.ok) return put
  }
  return host.blobs.put(recordKey(documentId, record.id), storedRun(record))
}

async function dropOldWeights(documentId: string): Promise<void> {
  const keys = await host.blobs.keys(weightsKey(documentId, ''))
  if (!keys.ok) return
  for (const key of keys.value.slice(0, Math.max(0, keys.value.length - mostWithWeights)))
    await host.blobs.delete(key)
}

/** Forgets the oldest runs of all documents once there are very many. */
export async function pruneRuns(): Promise<void> {
  const keys = await host.blobs.keys('runs/')
  if (!keys.ok) return
  const idOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)
  const oldestFirst = keys.value.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
  for (const key of oldestFirst.slice(0, Math.max(0, oldestFirst.length - mostStored))) {
    await host.blobs.delete(key)
    await host.blobs.delete(`run-weights/${key.slice('runs/'.length)}`)
  }
}

/** Shows a run in the plots, or no more. */
export function toggleCompared(id: string): void {
  useRuns.setState(({ compared }) => ({
    compared: compared.includes(id)
      ? compared.map(other => (other === id ? null : other))
      : withRun(compared, id)
  }))
}

/** In the first free place; the others keep theirs, and with it their colour. */
function withRun(compared: RunsState['compared'], id: string): RunsState['compared'] {
  const free = compared.indexOf(null)
  if (free >= 0) return compared.with(free, id)
  return compared.length < mostCompared ? [...compared, id] : compared
}

export async function renameRun(record: RunRecord, name: string): Promise<void> {
  const { documentId } = useRuns.getState()
  const renamed = { ...record, name: name.trim().slice(0, 200) }
  useRuns.setState(({ runs }) => ({ runs: runs.map(run => (run.id === record.id ? renamed : run)) }))
  await host.blobs.put(recordKey(documentId, record.id), storedRun(renamed))
}

/** Takes a run away; it can be brought back from the message. */
export async function deleteRun(record: RunRecord): Promise<void> {
  const { documentId } = useRuns.getState()
  const weights = await weightsOf(documentId, record)
  useRuns.setState(({ runs, compared }) => ({
    runs: runs.filter(run => run.id !== record.id),
    compared: compared.map(id => (id === record.id ? null : id))
  }))
  await host.blobs.delete(recordKey(documentId, record.id))
  await host.blobs.delete(weightsKey(documentId, record.id))
  notify({
    kind: 'info',
    title: words.deleted(runName(record)),
    text: '',
    action: {
      label: strings.commands.undo,
      run: () => void keepRun(documentId, record, weights.ok ? weights.value : null)
    }
  })
}

/** Brings back the network, data and settings of a run as one step of undo, and what it learned. */
export async function restoreRun(record: RunRecord): Promise<void> {
  const { documentId } = useRuns.getState()
  const name = runName(record)
  const weights = await weightsOf(documentId, record)
  const restored = edit([{ kind: 'bringBack', version: record.document }], words.restoreStep(name))
  if (!restored.ok) {
    notify({ kind: 'error', title: words.notRestored(name), text: restored.error.message })
    return
  }
  if (weights.ok && weights.value) keepTrained({ document: record.document, weights: weights.value }, false)
  notify({
    kind: 'info',
    title: words.restored(name),
    text: weights.ok && weights.value ? words.withWeights : words.withoutWeights
  })
}

async function weightsOf(
  documentId: string,
  record: RunRecord
): Promise<Result<PlainWeights | null, string>> {
  if (!record.hasWeights) return ok(null)
  const found = await host.blobs.get(weightsKey(documentId, record.id))
  if (!found.ok) return found
  if (found.value === null) return ok(null)
  return isWeights(found.value) ? ok(found.value) : fail(words.damaged)
}

function isWeights(value: unknown): value is PlainWeights {
  return (
    value instanceof Map &&
    [...value].every(
      ([path, plain]: [unknown, unknown]) =>
        typeof path === 'string' &&
        typeof plain === 'object' &&
        plain !== null &&
        'shape' in plain &&
        Array.isArray(plain.shape) &&
        'data' in plain &&
        (plain.data instanceof Float32Array || plain.data instanceof Int32Array)
    )
  )
}

function sorted(runs: readonly RunRecord[]): readonly RunRecord[] {
  return runs.toSorted((a, b) => b.number - a.number)
}
