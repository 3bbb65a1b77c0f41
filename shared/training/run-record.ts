import * as z from 'zod/mini'
import { readDocument } from '../document/read'
import type { Document } from '../document/schema'
import { documentText } from '../document/write'
import { fail, ok, type Result } from '../result'
import type { EpochScores, Scores } from './protocol'
import type { RunFacts } from './reduce-run'

/** Of all reports of a run, in their order. */
export interface RecordedCurves {
  readonly steps: Int32Array
  readonly loss: Float32Array
  /** NaN where nothing has an accuracy. */
  readonly accuracy: Float32Array
}

/** A run that is over: all but its weights, which lie beside it. */
export interface RunRecord {
  /** Sorts by the time of its beginning. */
  readonly id: string
  /** From 1, among the runs of its document. */
  readonly number: number
  /** Empty until a person gives it one. */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly seconds: number
  readonly outcome: 'done' | 'stopped' | 'failed'
  /** Why it failed; empty otherwise. */
  readonly why: string
  readonly backend: string
  readonly parameters: number
  readonly epochs: number
  /** As it was trained. */
  readonly document: Document
  readonly curves: RecordedCurves
  readonly scores: readonly EpochScores[]
  readonly test: Scores | null
  readonly hasWeights: boolean
}

/** NaN and the infinities too: that is what a loss that runs away comes to. */
const number = z.custom<number>(value => typeof value === 'number', 'a number')
const scoresSchema = z.object({
  loss: number,
  accuracy: z.nullable(number),
  outputs: z.record(z.string(), z.object({ loss: number, metric: number }))
})

/** What is stored. The document is text, so that one of an earlier version is read as files are. */
const recordSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  number: z.int().check(z.minimum(1)),
  name: z.string().check(z.maxLength(200)),
  startedAt: number,
  seconds: number,
  outcome: z.enum(['done', 'stopped', 'failed']),
  why: z.string(),
  backend: z.string(),
  parameters: number,
  epochs: number,
  document: z.string(),
  curves: z.object({
    steps: z.instanceof(Int32Array),
    loss: z.instanceof(Float32Array),
    accuracy: z.instanceof(Float32Array)
  }),
  scores: z.array(
    z.object({
      epoch: z.int(),
      step: z.int(),
      train: scoresSchema,
      validation: z.nullable(scoresSchema)
    })
  ),
  test: z.nullable(scoresSchema),
  hasWeights: z.boolean()
})
const storedSchema = z.object({ format: z.literal(1) })

/** A plain value that can be cloned and stored. */
export function storedRun(record: RunRecord): object {
  return { ...record, format: 1, document: documentText(record.document) }
}

/** The record in a stored value; words where it is none, or one of a newer version. */
export function readStoredRun(stored: unknown): Result<RunRecord, string> {
  const version = storedSchema.safeParse(stored)
  const parsed = version.success ? recordSchema.safeParse(stored) : version
  if (!parsed.success) return fail(parsed.error.issues[0]?.message ?? 'not a run')
  const { document: text, ...rest } = parsed.data
  const { steps, loss, accuracy } = rest.curves
  if (loss.length !== steps.length || accuracy.length !== steps.length)
    return fail(`curves of ${steps.length}, ${loss.length} and ${accuracy.length} points`)
  const read = readDocument(new TextEncoder().encode(text))
  return read.ok ? ok({ ...rest, document: read.value.document }) : fail(read.error.message)
}

/** The curves of a run as they are recorded. */
export function recordedCurves({ points }: Pick<RunFacts, 'points'>): RecordedCurves {
  return {
    steps: Int32Array.from(points, point => point.step),
    loss: Float32Array.from(points, point => point.loss),
    accuracy: Float32Array.from(points, point => point.accuracy ?? Number.NaN)
  }
}
