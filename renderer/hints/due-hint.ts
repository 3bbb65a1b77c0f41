import type { Screen, DockTab } from '../store/session'

/** On the way of a beginner from the start screen to an answer, one after the other. */
export const HINTS = ['start', 'train', 'try'] as const
export type HintId = (typeof HINTS)[number]

/** The first hint that is not done yet; `none` where all are, or one was dismissed. */
export type HintStage = HintId | 'none'

/** What a hint depends on. */
export interface HintSituation {
  readonly screen: Screen
  readonly dock: DockTab
  /** Whether there is data to learn from, and nothing in the way. */
  readonly canTrain: boolean
  readonly run: 'idle' | 'busy' | 'trained'
}

/** The hint to show now, if any. */
export function dueHint(stage: HintStage, { screen, dock, canTrain, run }: HintSituation): HintId | null {
  if (stage === 'none') return null
  if (screen === 'home') return stage === 'start' && run === 'idle' ? 'start' : null
  if (run === 'trained') return dock === 'try' ? null : 'try'
  return stage !== 'try' && run === 'idle' && canTrain ? 'train' : null
}

/** How far the person has come by themselves: who has done a thing needs no hint of it any more. */
export function nextStage(stage: HintStage, { screen, dock, run }: HintSituation): HintStage {
  if (stage === 'none') return 'none'
  if (run === 'trained' && screen === 'editor' && dock === 'try') return 'none'
  if (run !== 'idle') return 'try'
  return stage === 'start' && screen === 'editor' ? 'train' : stage
}
