import type { ReadAsset } from '../datasets/dataset'
import { startBackend, type BackendEnvironment, type BackendInfo } from '../engine/backends'
import { createEngine, type NetworkEngine } from '../engine/network-engine'
import { withGiven } from '../network/given-weights'
import { initialWeights } from '../network/initialise'
import { countWeights } from '../network/summary'
import { standardised } from '../datasets/standardised'
import type { FlatNetwork } from '../network/flatten'
import { judge } from './judge'
import { loadRunData, makeRunnable, type RunData } from './prepare-run'
import type { BackendChoice, FromTrainer, Plain, ToTrainer, TrainingFailure } from './protocol'
import type { Document } from '../document/schema'
import { TrainingRun } from './run'
import { Watcher } from './watcher'

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
type Load = Extract<ToTrainer, { readonly kind: 'load' }>

/** What answers need besides the engine; the data once it is loaded. */
interface Asked {
  readonly runId: string
  readonly document: Document
  readonly network: FlatNetwork
  data: RunData | null
}

/** One session keeps one network: the last one started or loaded stays ready for predictions. */
export function createSession({ emit, readAsset, environment }: SessionOptions): TrainingSession {
  let engine: NetworkEngine | null = null
  let asked: Asked | null = null
  let run: TrainingRun | null = null
  let current: string | null = null
  let backend: { readonly choice: string; readonly info: BackendInfo } | null = null
  let hz = 10
  let watched = false
  let watcher: Watcher | null = null
  /** Starts wait for the run before them to end. */
  let queue: Promise<void> = Promise.resolve()

  const failed = (runId: string, failure: TrainingFailure): void =>
    emit({ kind: 'failed', runId, ...failure })

  /** The engine of this choice, started where it is not; `null` when that has failed and been told. */
  const backendFor = async (choice: BackendChoice, runId: string): Promise<BackendInfo | null> => {
    if (backend?.choice === choice) return backend.info
    emit({ kind: 'preparing', runId, what: 'Starting the engine' })
    const started = await startBackend(choice, environment)
    if (!started.ok) {
      failed(runId, { message: started.error.message, advice: 'Restart the app.' })
      return null
    }
    backend = { choice, info: started.value }
    return started.value
  }

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
    watcher = null
    const info = await backendFor(message.backend, runId)
    if (!info || !isCurrent()) return
    const { flat } = runnable.value
    const { training } = document
    const fresh = initialWeights(flat, training.seed)
    const weights = message.weights ? withGiven(fresh, message.weights).weights : fresh
    engine = createEngine(flat, training, weights)
    asked = { runId, document, network: flat, data: data.value }
    const { prepared, split } = data.value
    const { dataset } = prepared
    watcher = watcherOf(engine, asked, data.value)
    run = new TrainingRun({ runId, engine, network: flat, dataset, split, training, emit, hz, watcher })
    if (info.name === 'webgl') preparing('Compiling shaders')
    emit({
      kind: 'started',
      runId,
      backend: info.label,
      left: info.left.map(({ name, why }) => `${name}: ${why}`),
      parameters: countWeights(flat).parameters,
      stepsPerEpoch: Math.ceil(split.train.length / training.batch),
      epochs: training.epochs
    })
    await run.go()
  }

  const load = async ({ runId, document, backend: choice, weights: given }: Load): Promise<void> => {
    engine?.dispose()
    engine = null
    watcher = null
    const runnable = makeRunnable(document)
    if (!runnable.ok) {
      failed(runId, runnable.error)
      return
    }
    const { flat } = runnable.value
    const { weights, missing } = withGiven(initialWeights(flat, document.training.seed), given)
    if (missing.length > 0) {
      const some = missing.slice(0, 3).join(', ')
      failed(runId, {
        message: `The weights in this file are those of another network: nothing in them fits ${some}.`,
        advice: 'Train the network anew.'
      })
      return
    }
    const info = await backendFor(choice, runId)
    if (!info || current !== runId) return
    engine = createEngine(flat, document.training, weights)
    asked = { runId, document, network: flat, data: null }
    emit({ kind: 'loaded', runId, backend: info.label, parameters: countWeights(flat).parameters })
    void look()
  }

  const start = (message: Start | Load): void => {
    const { kind, runId } = message
    current = runId
    run?.stop()
    queue = queue
      .then(async () => {
        if (current === runId) await (kind === 'start' ? begin(message) : load(message))
      })
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        failed(runId, {
          message:
            kind === 'start' ? `Training broke off: ${why}` : `The network could not be loaded: ${why}`,
          advice: 'This is a mistake of Blockprop, not yours. Your network is unharmed; try another engine.'
        })
      })
  }

  /** The data of the network that is asked; a network from a file comes without it. */
  const dataOf = async (of: Asked): Promise<RunData> => {
    if (of.data) return of.data
    const loaded = await loadRunData(of.document, readAsset)
    if (!loaded.ok) throw new Error(loaded.error.message)
    of.data = loaded.value
    return loaded.value
  }

  const isThere = (own: NetworkEngine): boolean => own === engine

  const watcherOf = (
    own: NetworkEngine,
    { runId, network }: Asked,
    { prepared, split }: RunData
  ): Watcher => {
    const row = split.validation[0] ?? 0
    const made = new Watcher({ runId, engine: own, network, dataset: prepared.dataset, row, emit })
    made.on = watched
    return made
  }

  /** Shows the network as it stands; data of one from a file is loaded only where somebody watches. */
  const look = async (): Promise<void> => {
    if (watched && !watcher && engine && asked) {
      const [own, of] = [engine, asked]
      // Without data there are no pictures; whoever asks about the network is told why.
      const data = await dataOf(of).catch(() => null)
      if (data && isThere(own)) watcher = watcherOf(own, of, data)
    }
    if (!watcher) return
    watcher.on = watched
    await watcher.look('now')
  }

  /** As training saw them. */
  const prepared = async (
    of: Asked,
    inputs: Readonly<Record<string, Plain>>
  ): Promise<Readonly<Record<string, Plain>>> => {
    const hasNumbers = of.network.inputs.some(
      ({ type }) => type.dtype === 'float32' && type.shape.length === 1
    )
    if (!hasNumbers || of.document.data === null) return inputs
    const { statistics } = (await dataOf(of)).prepared
    return Object.fromEntries(
      of.network.inputs.flatMap(({ block, field }) => {
        const plain = inputs[block]
        return plain ? [[block, { ...plain, data: standardised(field, plain.data, statistics) }]] : []
      })
    )
  }

  /** Answers a question, or says why there is no answer. */
  const answer = async (
    id: number,
    work: (engine: NetworkEngine, asked: Asked) => Promise<void>
  ): Promise<void> => {
    if (!engine || !asked) {
      emit({ kind: 'no-prediction', id, message: 'Nothing is trained yet: press Train first.' })
      return
    }
    try {
      await work(engine, asked)
    } catch (error) {
      emit({ kind: 'no-prediction', id, message: error instanceof Error ? error.message : String(error) })
    }
  }

  return {
    receive: message => {
      switch (message.kind) {
        case 'start':
        case 'load':
          start(message)
          return
        case 'predict':
          void answer(message.id, async (trained, of) => {
            const inputs = await prepared(of, message.inputs)
            emit({ kind: 'prediction', id: message.id, outputs: await trained.predict(inputs) })
          })
          return
        case 'judge':
          void answer(message.id, async (trained, of) => {
            const judged = await judge(trained, of.network, await dataOf(of), message.most)
            if (!judged.ok) throw new Error(judged.error)
            emit({ kind: 'judged', id: message.id, ...judged.value })
          })
          return
        case 'watch':
          watched = message.on
          void look()
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
