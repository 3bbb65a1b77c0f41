import type { ReadAsset } from '../datasets/dataset'
import { startBackend, type BackendEnvironment, type BackendInfo } from '../engine/backends'
import { createEngine, type NetworkEngine } from '../engine/network-engine'
import { withGiven } from '../network/given-weights'
import { initialWeights } from '../network/initialise'
import { countWeights } from '../network/summary'
import { loadRunData, makeRunnable } from './prepare-run'
import type { FromTrainer, Plain, ToTrainer, TrainingFailure } from './protocol'
import { TrainingRun } from './run'

interface SessionOptions {
  readonly emit: (message: FromTrainer) => void
  readonly readAsset: ReadAsset
  readonly environment: BackendEnvironment
}

/** Takes messages for training and answers by `emit`; it knows nothing of workers or windows. */
export interface TrainingSession {
  receive(message: ToTrainer): void
}

type Start = Extract<ToTrainer, { readonly kind: 'start' }>

/** One session keeps one network: the last one started stays ready for predictions. */
export function createSession({ emit, readAsset, environment }: SessionOptions): TrainingSession {
  let engine: NetworkEngine | null = null
  let run: TrainingRun | null = null
  let current: string | null = null
  let backend: { readonly choice: string; readonly info: BackendInfo } | null = null
  let hz = 10
  /** Starts wait for the run before them to end. */
  let queue: Promise<void> = Promise.resolve()

  const failed = (runId: string, failure: TrainingFailure): void =>
    emit({ kind: 'failed', runId, ...failure })

  const begin = async (message: Start): Promise<void> => {
    const { runId, document } = message
    const isCurrent = (): boolean => current === runId
    const preparing = (what: string): void => {
      emit({ kind: 'preparing', runId, what })
    }
    preparing('Checking the network')
    const runnable = makeRunnable(document)
    if (!runnable.ok) {
      failed(runId, runnable.error)
      return
    }
    preparing('Loading the data')
    const data = await loadRunData(document, readAsset)
    if (!isCurrent()) return
    if (!data.ok) {
      failed(runId, data.error)
      return
    }
    engine?.dispose()
    engine = null
    if (backend?.choice !== message.backend) {
      preparing('Starting the engine')
      const started = await startBackend(message.backend, environment)
      if (!started.ok) {
        failed(runId, { message: started.error.message, advice: 'Restart the app.' })
        return
      }
      backend = { choice: message.backend, info: started.value }
    }
    if (!isCurrent()) return
    const { flat } = runnable.value
    const { training } = document
    const fresh = initialWeights(flat, training.seed)
    const weights = message.weights ? withGiven(fresh, message.weights).weights : fresh
    engine = createEngine(flat, training, weights)
    const { prepared, split } = data.value
    const { dataset } = prepared
    run = new TrainingRun({ runId, engine, network: flat, dataset, split, training, emit, hz })
    if (backend.info.name === 'webgl') preparing('Compiling shaders')
    emit({
      kind: 'started',
      runId,
      backend: backend.info.label,
      left: backend.info.left.map(({ name, why }) => `${name}: ${why}`),
      parameters: countWeights(flat).parameters,
      stepsPerEpoch: Math.ceil(split.train.length / training.batch),
      epochs: training.epochs
    })
    await run.go()
  }

  const start = (message: Start): void => {
    current = message.runId
    run?.stop()
    queue = queue
      .then(() => (current === message.runId ? begin(message) : undefined))
      .catch((error: unknown) => {
        failed(message.runId, {
          message: `Training broke off: ${error instanceof Error ? error.message : String(error)}`,
          advice: 'This is a mistake of Blockprop, not yours. Your network is unharmed; try another engine.'
        })
      })
  }

  const predict = async (id: number, inputs: Readonly<Record<string, Plain>>): Promise<void> => {
    if (!engine) {
      emit({ kind: 'no-prediction', id, message: 'Nothing is trained yet: press Train first.' })
      return
    }
    try {
      emit({ kind: 'prediction', id, outputs: await engine.predict(inputs) })
    } catch (error) {
      emit({ kind: 'no-prediction', id, message: error instanceof Error ? error.message : String(error) })
    }
  }

  return {
    receive: message => {
      switch (message.kind) {
        case 'start':
          start(message)
          return
        case 'predict':
          void predict(message.id, message.inputs)
          return
        case 'observe':
          hz = message.hz
          run?.observe(hz)
          return
        default:
          if (message.runId !== current) return
          if (message.kind === 'stop') {
            if (run?.runId === message.runId) run.stop()
            else {
              current = null
              failed(message.runId, {
                message: 'Stopped before the first step.',
                advice: 'Press Train to begin.'
              })
            }
          } else if (message.kind === 'setLearningRate') engine?.setLearningRate(message.value)
          else run?.control(message.kind)
      }
    }
  }
}
