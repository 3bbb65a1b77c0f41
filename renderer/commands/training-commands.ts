import { strings } from '../../shared/strings/strings'
import { isSound } from '../store/analysis'
import { useDocument } from '../store/document'
import { notify, useSession } from '../store/session'
import {
  forgetTraining,
  isBusy,
  keepTrained,
  startTraining,
  stopTraining,
  tellTrainer,
  trainedOf,
  useTraining
} from '../store/training'
import type { Command } from './command'

const kind = () => useTraining.getState().run.kind

/** Where something is in the way, it is shown instead. */
export const train: Command = {
  id: 'train',
  enabled: () => useSession.getState().screen === 'editor' && !isBusy(useTraining.getState().run),
  run: () => {
    const { document } = useDocument.getState()
    const blocked = !isSound(document)
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

export const stepTraining: Command = {
  id: 'stepTraining',
  enabled: () => kind() === 'paused',
  run: () => tellTrainer('step')
}

/** Back to a network that has learned nothing. What was learned can be brought back. */
export const resetTraining: Command = {
  id: 'resetTraining',
  enabled: () => !isBusy(useTraining.getState().run) && kind() !== 'idle',
  run: () => {
    const before = useTraining.getState()
    const trained = trainedOf(before)
    forgetTraining()
    if (!trained) return
    const { forgotten, bringBack } = strings.training
    const wasSaved = before.saved?.inFile === true && before.saved.weights === trained.weights
    const run = (): void => keepTrained(trained, wasSaved)
    notify({ kind: 'info', title: forgotten, text: '', action: { label: bringBack, run } })
  }
}
