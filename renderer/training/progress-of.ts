import type { RunState } from '../../shared/training/reduce-run'

/** The share of all steps that is done, 0 to 1; `null` while nobody knows. */
export function progressOf(run: RunState): number | null {
  if (!('facts' in run) || run.facts === null) return run.kind === 'preparing' ? null : 0
  const { step, stepsPerEpoch, epochs } = run.facts
  if (run.kind === 'running' && step === 0) return null
  if (run.kind === 'finished' && run.reason === 'done') return 1
  return Math.min(1, step / Math.max(1, stepsPerEpoch * epochs))
}
