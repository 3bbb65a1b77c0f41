import type { LoadedDataset } from '../datasets/dataset'
import type { Split } from '../datasets/split'
import type { Training } from '../document/schema'
import type { Batch, NetworkEngine, StepScores } from '../engine/network-engine'
import type { FlatNetwork } from '../network/flatten'
import { batchOf, pieces, shuffledRows } from './batches'
import { breathe } from './breathe'
import { MeanScores } from './mean-scores'
import type { FromTrainer, Scores } from './protocol'
import { Steering } from './steering'
import type { Watcher } from './watcher'

interface RunOptions {
  readonly runId: string
  readonly engine: NetworkEngine
  readonly network: FlatNetwork
  readonly dataset: LoadedDataset
  readonly split: Split
  readonly training: Training
  readonly emit: (message: FromTrainer) => void
  readonly hz: number
  readonly watcher: Watcher
}

/** Validation and test go through the network in pieces of this many samples. */
const EVALUATION_BATCH = 250

/** How long training may hold the thread before messages are looked at, in milliseconds. */
const BREATH = 20

/** One run from its first step to its last: epochs, validation, test, and how it is steered. */
export class TrainingRun {
  private step = 0
  private epoch = 1
  private readonly steering = new Steering()
  private reported = 0
  private breathed = 0
  private trainingMs = 0
  private interval: number
  private epochScores = new MeanScores()
  private lastBatch: Batch | null = null

  constructor(private readonly options: RunOptions) {
    this.interval = 1000 / options.hz
  }

  get runId(): string {
    return this.options.runId
  }

  observe(hz: number): void {
    this.interval = 1000 / hz
  }

  stop(): void {
    this.steering.stop()
  }

  control(kind: 'pause' | 'resume' | 'step'): void {
    const { runId, emit } = this.options
    if (kind === 'step') this.steering.step()
    else if (kind === 'pause' ? this.steering.pause() : this.steering.resume())
      emit({ kind: kind === 'pause' ? 'paused' : 'resumed', runId })
  }

  /** Ends with `finished` or `failed`. */
  async go(): Promise<void> {
    const { runId, engine, split, training, emit } = this.options
    const began = performance.now()
    this.reported = this.breathed = began
    let validation: Scores | null = null
    for (this.epoch = 1; this.epoch <= training.epochs; this.epoch++) {
      const healthy = await this.trainEpoch()
      if (!healthy) return
      if (this.steering.isStopped()) break
      validation = await this.evaluate(split.validation)
      if (this.steering.isStopped()) break
      const train = this.epochScores.mean()
      emit({ kind: 'epoch', runId, epoch: this.epoch, step: this.step, train, validation })
    }
    const test = this.steering.isStopped() ? null : await this.evaluate(split.test)
    await this.options.watcher.look('now')
    emit({
      kind: 'finished',
      runId,
      reason: this.steering.isStopped() ? 'stopped' : 'done',
      validation,
      test,
      weights: await engine.weights(),
      seconds: (performance.now() - began) / 1000
    })
  }

  /** Whether every loss was a number. */
  private async trainEpoch(): Promise<boolean> {
    const { engine, network, dataset, split, training } = this.options
    this.epochScores = new MeanScores()
    const rows = shuffledRows(split.train, training.seed, this.epoch)
    for (const piece of pieces(rows, training.batch)) {
      const before = performance.now()
      const batch = batchOf(network, dataset, piece)
      this.lastBatch = batch
      engine.train(batch, this.step)
      this.step++
      const now = performance.now()
      this.trainingMs += now - before
      if (now - this.breathed >= BREATH) {
        await breathe()
        this.breathed = performance.now()
      }
      // Whoever has just paused sees how far it has come.
      if (now - this.reported >= this.interval || this.steering.isPaused()) {
        if (!(await this.report())) return false
      }
      await this.steering.mayGoOn()
      if (this.steering.isStopped()) break
    }
    return this.report()
  }

  /** Reads what the last steps lost, and tells it; false where it is no number any more. */
  private async report(): Promise<boolean> {
    const { runId, engine, emit, split, training } = this.options
    const scores = await engine.collect()
    this.reported = performance.now()
    const bad = scores.find(one => !Number.isFinite(one.loss))
    if (bad) {
      this.fail()
      return false
    }
    if (scores.length === 0) return true
    const mean = new MeanScores()
    for (const one of scores) {
      mean.add(one)
      this.epochScores.add(one)
    }
    const { loss, accuracy } = mean.mean()
    const stepsPerEpoch = Math.ceil(split.train.length / training.batch)
    const perStep = this.trainingMs / this.step
    emit({
      kind: 'progress',
      runId,
      epoch: this.epoch,
      step: this.step,
      points: [{ step: this.step, loss, accuracy }],
      samplesPerSecond: (1000 / perStep) * training.batch,
      secondsLeft: (perStep * (stepsPerEpoch * training.epochs - this.step)) / 1000
    })
    // A single step is made to be looked at.
    await this.options.watcher.look(this.steering.isPaused() ? 'now' : 'due')
    return true
  }

  /** The loss is no number: names the block whose results went first. */
  private fail(): void {
    const { runId, engine, network, emit } = this.options
    const path = this.lastBatch ? engine.firstNaN(this.lastBatch, this.step) : undefined
    const layer = network.layers.find(one => one.path === path)
    const block = path?.split('/')[0] ?? network.outputs[0]?.block
    const name = layer?.label ?? network.outputs[0]?.name ?? 'the output'
    emit({
      kind: 'failed',
      runId,
      message: `After step ${this.step} the loss is no longer a number: “${name}” gives results that are too large.`,
      advice: 'Most often the learning rate is too high. Make it ten times smaller, then train again.',
      ...(block !== undefined && { block })
    })
  }

  private async evaluate(rows: Int32Array): Promise<Scores | null> {
    const { engine, network, dataset } = this.options
    const mean = new MeanScores()
    for (const piece of pieces(rows, EVALUATION_BATCH)) {
      const scores: StepScores = await engine.evaluate(batchOf(network, dataset, piece))
      mean.add(scores)
      await breathe()
      if (this.steering.isStopped()) return null
    }
    return mean.isEmpty ? null : mean.mean()
  }
}
