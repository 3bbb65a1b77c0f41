import { isError, type Problem } from '../../shared/graph/problem'
import { durationText, lossText, percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { Scores } from '../../shared/training/protocol'
import type { RunState } from '../../shared/training/reduce-run'
import { problemKey } from '../problems/problem-key'

const words = strings.spoken

/** What is said of a run that goes from one state to another; nothing of its steps. */
export function runWords(before: RunState, now: RunState): string {
  if (before.kind === now.kind) return ''
  switch (now.kind) {
    case 'preparing':
      return words.started
    case 'running':
      return before.kind === 'paused' ? words.resumed : ''
    case 'paused':
      return words.paused
    case 'finished': {
      const scores = now.test ?? now.validation
      const told = scores === null ? '' : ` ${scoreWords(scores)}`
      return (now.reason === 'done' ? words.done : words.stopped)(durationText(now.seconds)) + told
    }
    case 'failed':
    case 'unusable':
      return words.failed(now.failure.message, now.failure.advice)
    default:
      return ''
  }
}

function scoreWords({ accuracy, loss }: Scores): string {
  return accuracy === null ? words.loss(lossText(loss)) : words.accuracy(percentText(accuracy))
}

/** What is said where the problems of a network have changed: the first new error, or that there is none any more. */
export function problemWords(before: readonly Problem[], now: readonly Problem[]): string {
  const known = new Set(before.filter(isError).map(problemKey))
  const errors = now.filter(isError)
  const fresh = errors.find(problem => !known.has(problemKey(problem)))
  if (fresh) return words.problem(fresh.message, fresh.fix?.label)
  return errors.length === 0 && known.size > 0 ? words.noProblem : ''
}
