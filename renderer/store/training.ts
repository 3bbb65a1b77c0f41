import { create } from 'zustand'
import type { BlockId, Document } from '../../shared/document/schema'
import type { Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { FromTrainer, Judgement, Plain, PlainWeights, ToTrainer } from '../../shared/training/protocol'
import { idle, reduceRun, runIdOf, weightsOf, type RunState } from '../../shared/training/reduce-run'
import { TrainerClient } from '../workers/trainer-client'
import { batched } from './batched'
import { useDocument } from './document'
import { takePictures } from './pictures'
import { useSettings } from './settings'

interface TrainingState {
  readonly run: RunState
  /** The document as it was when the run began: what the trained network is. */
  readonly trained: Document | null
  /** Counts the runs of this window, for people. */
  readonly number: number
  /** The trained weights that a save was last about, and whether they are in the file. */
  readonly saved: { readonly weights: PlainWeights; readonly inFile: boolean } | null
  /** What was learned before this run: it counts until the run has learned something itself. */
  readonly earlier: Trained | null
}

/** What was learned, and the document that it was learned with. */
export interface Trained {
  readonly document: Document
  readonly weights: PlainWeights
}

const none: TrainingState = { run: idle, trained: null, number: 0, saved: null, earlier: null }

export const useTraining = create<TrainingState>()(() => none)

let watched = false

const client = new TrainerClient(
  () =>
    new Worker(new URL('../workers/trainer.worker.ts', import.meta.url), {
      type: 'module',
      name: 'trainer'
    }),
  {
    message: message => {
      // Pictures are no part of the run's state: the cards alone look at them.
      if (message.kind !== 'activations') receive(message)
      else if (watched && message.runId === runIdOf(useTraining.getState().run))
        takePictures(message.pictures)
    },
    died
  }
)

/** A small network trains through hundreds of epochs a second. */
const receive = batched<FromTrainer>(messages => {
  useTraining.setState(({ run }) => ({ run: messages.reduce(reduceRun, run) }))
})

/** A death ends the run that goes on; where none does, the trained network is lost and can't be asked. */
function died(why: string): void {
  const { run } = useTraining.getState()
  const runId = runIdOf(run)
  const { died: words, diedAdvice } = strings.training
  const message = why === '' ? words : `${words} (${why})`
  if (runId !== null) receive({ kind: 'failed', runId, message, advice: diedAdvice })
}

/** Trains the document as it stands, in place of a run that goes on. */
export function startTraining(): void {
  const { document } = useDocument.getState()
  const before = useTraining.getState()
  const runId = `run-${before.number + 1}`
  if (isBusy(before.run)) client.end()
  useTraining.setState({
    run: { kind: 'preparing', runId, what: strings.training.starting },
    trained: document,
    number: before.number + 1,
    earlier: trainedOf(before)
  })
  send({ kind: 'start', runId, document, backend: useSettings.getState().backend })
}

function send(message: Extract<ToTrainer, { kind: 'start' | 'load' }>): void {
  try {
    client.send(message)
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason)
    const { cantStart, diedAdvice } = strings.training
    receive({ kind: 'failed', runId: message.runId, message: cantStart(why), advice: diedAdvice })
  }
}

/** Takes a network that was trained before; an engine is asked to take it by `loadTrained`. */
export function keepTrained({ document, weights }: Trained, saved: boolean): void {
  const { number } = useTraining.getState()
  useTraining.setState({
    run: { kind: 'kept', runId: `run-${number + 1}`, weights },
    trained: document,
    number: number + 1,
    saved: saved ? { weights, inFile: true } : null,
    earlier: null
  })
}

/** Makes a network that was trained before ready to be asked, where it is not yet; also after that has failed. */
export function loadTrained(): void {
  const { run, trained: document } = useTraining.getState()
  if ((run.kind !== 'kept' && run.kind !== 'unusable') || !document) return
  const { runId, weights } = run
  useTraining.setState({ run: { kind: 'loading', runId, weights } })
  send({ kind: 'load', runId, document, backend: useSettings.getState().backend, weights })
}

/** What there is to keep: of the run that is over, else of the one before it; `null` where nothing was learned. */
export function trainedOf({ run, trained, earlier }: TrainingState): Trained | null {
  const weights = weightsOf(run)
  return trained && weights ? { document: trained, weights } : earlier
}

/** Whether there are trained weights that no save has been about yet. */
export function hasNewWeights(state: TrainingState): boolean {
  const trained = trainedOf(state)
  return trained !== null && trained.weights !== state.saved?.weights
}

/** A file of the document was written, with these weights or without; those of another document are none of ours. */
export function markWeightsSaved(weights: PlainWeights, inFile: boolean): void {
  useTraining.setState(state =>
    trainedOf(state)?.weights === weights ? { saved: { weights, inFile } } : state
  )
}

export function tellTrainer(kind: 'pause' | 'resume' | 'step'): void {
  const runId = runIdOf(useTraining.getState().run)
  if (runId !== null) client.send({ kind, runId })
}

/** A run that has not begun yet is given up with its worker, which may be deep in a compiler. */
export function stopTraining(): void {
  const { run, earlier } = useTraining.getState()
  if (run.kind === 'preparing') {
    client.end()
    useTraining.setState(
      earlier
        ? {
            run: { kind: 'kept', runId: run.runId, weights: earlier.weights },
            trained: earlier.document,
            earlier: null
          }
        : { run: idle, trained: null }
    )
    return
  }
  const runId = runIdOf(run)
  if (runId !== null) client.send({ kind: 'stop', runId })
}

/** Forgets the run and the trained network, as when another document is opened. */
export function forgetTraining(): void {
  client.end()
  useTraining.setState(({ number }) => ({ ...none, number }))
}

/** What the trained network answers: by output, batch first. */
export function predict(
  inputs: Readonly<Record<BlockId, Plain>>
): Promise<Result<Readonly<Record<BlockId, Plain>>, string>> {
  return client.predict(inputs)
}

/** What it says about so many of the samples that are held out. */
export function judge(most: number): Promise<Result<Judgement, string>> {
  return client.judge(most)
}

/** Whether pictures of what blocks compute are wanted, where there is somebody to make them. */
export function watch(on: boolean): void {
  watched = on
  client.tell({ kind: 'watch', on })
}

export function isBusy(run: RunState): boolean {
  return run.kind === 'preparing' || run.kind === 'running' || run.kind === 'paused'
}
