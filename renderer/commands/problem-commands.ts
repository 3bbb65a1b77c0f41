import { isError, type Fix, type Problem } from '../../shared/graph/problem'
import { showProblem } from '../problems/show-problem'
import { analysisOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { takeFix } from '../store/edit-document'
import { notify, useSession } from '../store/session'
import { strings } from '../../shared/strings/strings'
import type { Command } from './command'

/** Those that have a block, errors first. */
function placed(): readonly Problem[] {
  const { problems } = analysisOf(useDocument.getState().document)
  return problems
    .filter(({ place }) => place.block !== undefined)
    .toSorted((a, b) => Number(isError(b)) - Number(isError(a)))
}

const step = (direction: 1 | -1) => (): void => {
  const problems = placed()
  const { selection } = useSession.getState()
  const here = problems.findIndex(({ place }) => place.block !== undefined && selection.has(place.block))
  const from = here < 0 && direction < 0 ? 0 : here
  const next = problems[(from + direction + problems.length) % problems.length]
  if (next) showProblem(next)
}

const enabled = (): boolean => useSession.getState().screen === 'editor' && placed().length > 0

export const nextProblem: Command = { id: 'nextProblem', enabled, run: step(1) }
export const previousProblem: Command = { id: 'previousProblem', enabled, run: step(-1) }

/** The way out of the first problem of the block that is selected; where none is, of the problem that is told. */
function fixHere(): Fix | undefined {
  const { selection } = useSession.getState()
  if (selection.size === 0) return placed().find(isError)?.fix
  return placed().find(({ place, fix }) => fix && place.block !== undefined && selection.has(place.block))
    ?.fix
}

export const fixProblem: Command = {
  id: 'fixProblem',
  enabled: () => useSession.getState().screen === 'editor' && fixHere() !== undefined,
  title: () => fixHere()?.label ?? strings.commands.fixProblem,
  run: () => {
    const fix = fixHere()
    const taken = fix && takeFix(fix)
    if (taken?.ok === false)
      notify({ kind: 'error', title: strings.problems.error, text: taken.error.message })
  }
}
