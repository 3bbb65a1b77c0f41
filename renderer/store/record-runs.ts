import type { Document } from '../../shared/document/schema'
import { runIdOf, type RunState } from '../../shared/training/reduce-run'
import { recordedCurves, type RunRecord } from '../../shared/training/run-record'
import { useDocument } from './document'
import { keepRun, loadRuns, pruneRuns, useRuns } from './runs'
import { useTraining } from './training'

/** From here on each run that ends is kept, and the runs of the document in the window are at hand. */
export function recordRuns(): () => void {
  const begun = new Map<string, number>()
  const shown = (id: string): void => {
    if (useRuns.getState().documentId !== id) void loadRuns(id)
  }
  shown(useDocument.getState().document.id)
  void pruneRuns()
  const ends = [
    useDocument.subscribe(({ document }) => shown(document.id)),
    useTraining.subscribe(({ run, trained }, before) => {
      const runId = runIdOf(run)
      if (runId === null || run.kind === before.run.kind) return
      if (run.kind === 'preparing') begun.set(runId, Date.now())
      const startedAt = begun.get(runId)
      if (startedAt === undefined || trained === null) return
      if (run.kind !== 'finished' && run.kind !== 'failed') return
      begun.delete(runId)
      const record = recordOf(run, trained, startedAt)
      if (record) void keepRun(trained.id, record, run.kind === 'finished' ? run.weights : null)
    })
  ]
  return () => ends.forEach(end => end())
}

/** `null` for a run that has not made a step: there is nothing to compare. */
function recordOf(
  run: Extract<RunState, { kind: 'finished' | 'failed' }>,
  document: Document,
  startedAt: number
): RunRecord | null {
  const { facts } = run
  if (facts === null || facts.step === 0) return null
  const numbers = useRuns.getState().runs.map(({ number }) => number)
  return {
    // Keys of the store sort as text.
    id: `${startedAt.toString(36).padStart(9, '0')}-${crypto.randomUUID().slice(0, 8)}`,
    number: Math.max(0, ...numbers) + 1,
    name: '',
    startedAt,
    seconds: run.kind === 'finished' ? run.seconds : (Date.now() - startedAt) / 1000,
    outcome: run.kind === 'failed' ? 'failed' : run.reason,
    why: run.kind === 'failed' ? run.failure.message : '',
    backend: facts.backend,
    parameters: facts.parameters,
    epochs: facts.epochs,
    document,
    curves: recordedCurves(facts),
    scores: facts.scores,
    test: run.kind === 'finished' ? run.test : null,
    hasWeights: run.kind === 'finished'
  }
}
