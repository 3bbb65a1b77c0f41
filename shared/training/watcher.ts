import type { LoadedDataset } from '../datasets/dataset'
import type { NetworkEngine } from '../engine/network-engine'
import type { FlatNetwork } from '../network/flatten'
import { batchOf } from './batches'
import type { FromTrainer, Picture, Plain } from './protocol'
import { thumbnailOf } from './thumbnail'

/** At most so much of the time goes into looking. */
const share = 0.05

/** Milliseconds between two looks, where they cost next to nothing. */
const soonest = 400

interface WatcherOptions {
  readonly runId: string
  readonly engine: NetworkEngine
  readonly network: FlatNetwork
  readonly dataset: LoadedDataset
  /** The sample that is looked at. */
  readonly row: number
  readonly emit: (message: FromTrainer) => void
}

/** Shows what every block gives for one sample while a network learns, as often as costs little. */
export class Watcher {
  on = false
  private next = 0

  constructor(private readonly options: WatcherOptions) {}

  /** Looks if it is wanted and it is time; `now` also where it is not. A mistake costs the pictures, never the run. */
  async look(when: 'due' | 'now'): Promise<void> {
    const began = performance.now()
    if (!this.on || (when === 'due' && began < this.next)) return
    try {
      const { runId, emit } = this.options
      emit({ kind: 'activations', runId, pictures: await this.pictures() })
    } catch {
      this.on = false
    }
    const ended = performance.now()
    this.next = ended + Math.max(soonest, (ended - began) / share)
  }

  private async pictures(): Promise<ReadonlyMap<string, Picture>> {
    const { engine, network, dataset, row } = this.options
    const { inputs } = batchOf(network, dataset, Int32Array.of(row))
    const layers = await engine.activations(inputs)
    const pictures = new Map<string, Picture>()
    for (const [path, value] of network.given) {
      const block = value.slice(0, value.lastIndexOf(':'))
      const batch: Plain | undefined = layers.get(block) ?? inputs[block]
      const picture = batch && thumbnailOf({ shape: batch.shape.slice(1), data: batch.data })
      if (picture) pictures.set(path, picture)
    }
    return pictures
  }
}
