import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import { weightsOf } from '../../shared/training/reduce-run'
import { host } from '../host/current'
import { isSound } from '../store/analysis'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { isBusy, useTraining } from '../store/training'
import { dueHint, HINTS, nextStage, type HintId, type HintSituation, type HintStage } from './due-hint'

const key = 'hints'

/** How far a beginner has come, remembered from one window to the next; who has never been here is at the start. */
const useStage = create<{ readonly stage: HintStage }>()(() => ({ stage: stageOf(host.readSetting(key)) }))

function stageOf(stored: string | null): HintStage {
  if (stored === null) return 'start'
  return HINTS.find(hint => hint === stored) ?? 'none'
}

function setStage(stage: HintStage): void {
  if (stage === useStage.getState().stage) return
  host.writeSetting(key, stage)
  useStage.setState({ stage })
}

/** Who puts one hint away wants none. */
export function dismissHints(): void {
  setStage('none')
}

function situation(): HintSituation {
  const { screen, dock } = useSession.getState()
  const { run } = useTraining.getState()
  const { document } = useDocument.getState()
  return {
    screen,
    dock,
    canTrain: screen === 'editor' && document.data !== null && isSound(document),
    run: isBusy(run) ? 'busy' : weightsOf(run) === null ? 'idle' : 'trained'
  }
}

/** Follows the person for as long as there are hints to give. */
function follow(): void {
  const { stage } = useStage.getState()
  if (stage !== 'none') setStage(nextStage(stage, situation()))
}

for (const store of [useSession, useTraining]) store.subscribe(follow)

const stores = [useStage, useSession, useTraining, useDocument]

function subscribe(changed: () => void): () => void {
  const ends = stores.map(store => store.subscribe(changed))
  return () => ends.forEach(end => end())
}

/** Whether the hint is to be shown now. */
export function useIsDue(id: HintId): boolean {
  return useSyncExternalStore(subscribe, () => {
    const { stage } = useStage.getState()
    return stage !== 'none' && dueHint(stage, situation()) === id
  })
}
