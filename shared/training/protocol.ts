import type { BlockId, Document } from '../document/schema'

/** Which engine computes: `auto` takes the best there is. */
export type BackendChoice = 'auto' | 'webgl' | 'wasm' | 'cpu'

/** Numbers with their shape, as they cross to a worker and back. */
export interface Plain {
  readonly shape: readonly number[]
  readonly data: Float32Array | Int32Array
}

/** Weights by path: `residual-1/0/conv-1/kernel`. */
export type PlainWeights = ReadonlyMap<string, Plain>

export interface Scores {
  /** Of all outputs, weighted. */
  readonly loss: number
  /** Of the first output that has classes; `null` where none has. */
  readonly accuracy: number | null
  readonly outputs: Readonly<Record<BlockId, { readonly loss: number; readonly metric: number }>>
}

/** What a run is told. Messages of another run than the current one are dropped. */
export type ToTrainer =
  | {
      readonly kind: 'start'
      readonly runId: string
      readonly document: Document
      readonly backend: BackendChoice
      /** Where to begin, instead of at random. */
      readonly weights?: PlainWeights
    }
  /** Makes a trained network ready for `predict`, without data and without training; answers `loaded`. */
  | {
      readonly kind: 'load'
      readonly runId: string
      readonly document: Document
      readonly backend: BackendChoice
      /** All that the network has. */
      readonly weights: PlainWeights
    }
  | { readonly kind: 'pause' | 'resume' | 'step' | 'stop'; readonly runId: string }
  | { readonly kind: 'setLearningRate'; readonly runId: string; readonly value: number }
  /**
   * Answers `prediction`, during a run and after it: inputs by their block, batch first, as the dataset has them; what
   * training standardises is standardised on the way.
   */
  | { readonly kind: 'predict'; readonly id: number; readonly inputs: Readonly<Record<BlockId, Plain>> }
  /** Answers `judged`: what is said about samples that are held out for the test. */
  | { readonly kind: 'judge'; readonly id: number; readonly most: number }
  /** Whether `activations` are wanted, during a run and after it. */
  | { readonly kind: 'watch'; readonly on: boolean }
  /** How many times a second progress is wanted; 10 unless told. */
  | { readonly kind: 'observe'; readonly hz: number }

/** One point of the curves; losses of the steps since the last one are averaged. */
export interface CurvePoint {
  readonly step: number
  readonly loss: number
  readonly accuracy: number | null
}

export interface EpochScores {
  /** From 1. */
  readonly epoch: number
  readonly step: number
  readonly train: Scores
  readonly validation: Scores | null
}

/** What the network says about samples that it never learned from, and what is true. */
export interface Judgement {
  /** The first Output that names classes. */
  readonly output: BlockId
  /** Of the dataset. */
  readonly rows: Int32Array
  /** Places in the classes, a row each. */
  readonly truth: Int32Array
  readonly guess: Int32Array
  readonly classes: number
  /** Probabilities, `[rows, classes]`. */
  readonly scores: Float32Array
}

/** A small grey picture, 0 to 255 row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
}

/** What a run says. */
export type FromTrainer =
  | { readonly kind: 'ready' }
  /** What it is busy with before the first step: loading data, starting the GPU, compiling shaders. */
  | { readonly kind: 'preparing'; readonly runId: string; readonly what: string }
  | {
      readonly kind: 'started'
      readonly runId: string
      readonly backend: string
      /** Why better ones were left, in words. */
      readonly left: readonly string[]
      readonly parameters: number
      readonly stepsPerEpoch: number
      readonly epochs: number
    }
  | {
      readonly kind: 'loaded'
      readonly runId: string
      readonly backend: string
      readonly parameters: number
    }
  | {
      readonly kind: 'progress'
      readonly runId: string
      readonly epoch: number
      readonly step: number
      readonly points: readonly CurvePoint[]
      readonly samplesPerSecond: number
      readonly secondsLeft: number
    }
  | ({ readonly kind: 'epoch'; readonly runId: string } & EpochScores)
  | { readonly kind: 'paused' | 'resumed'; readonly runId: string }
  | {
      readonly kind: 'finished'
      readonly runId: string
      readonly reason: 'done' | 'stopped'
      readonly validation: Scores | null
      readonly test: Scores | null
      readonly weights: PlainWeights
      readonly seconds: number
    }
  | ({ readonly kind: 'failed'; readonly runId: string } & TrainingFailure)
  /** What each block gives for one sample of the validation, by the block's path; seldom enough to cost little. */
  | { readonly kind: 'activations'; readonly runId: string; readonly pictures: ReadonlyMap<string, Picture> }
  | { readonly kind: 'prediction'; readonly id: number; readonly outputs: Readonly<Record<BlockId, Plain>> }
  | { readonly kind: 'no-prediction'; readonly id: number; readonly message: string }
  | ({ readonly kind: 'judged'; readonly id: number } & Judgement)

/** What went wrong, in words, and on which block where that is known. */
export interface TrainingFailure {
  readonly message: string
  readonly advice: string
  readonly block?: BlockId
}
