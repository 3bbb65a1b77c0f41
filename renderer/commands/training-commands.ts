import { isError } from '../../shared/graph/problem'
import { analysisOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { isBusy, startTraining, stopTraining, tellTrainer, useTraining } from '../store/training'
import type { Command } from './command'

const kind = () => useTraining.getState().run.kind

/** Where something is in the way, it is shown instead. */
export const train: Command = {
  id: 'train',
  enabled: () => useSession.getState().screen === 'editor' && !isBusy(useTraining.getState().run),
  run: () => {
    const { document } = useDocument.getState()
    const blocked = analysisOf(document).problems.some(isError)
    useSession.setState({ dock: 'train', problemsOpen: blocked || document.data === null })
    if (!blocked && document.data !== null) startTraining()
  }
}

export const pauseTraining: Command = {
  id: 'pauseTraining',
  enabled: () => kind() === 'running',
  run: () => tellTrainer('pause')
}

export const resumeTraining: Command = {
  id: 'resumeTraining',
  enabled: () => kind() === 'paused',
  run: () => tellTrainer('resume')
}

export const stopTrainingCommand: Command = {
  id: 'stopTraining',
  enabled: () => isBusy(useTraining.getState().run),
  run: stopTraining
}
