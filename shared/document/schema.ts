/**
 * The document: what a `.blockprop` file holds, and the one state that edits change. The schema checks form
 * alone. Unknown blocks, parameters out of range, loose ends and cycles are problems that analysis shows with
 * their fixes; a file that has them opens. How the parts refer to each other is checked in `integrity.ts`.
 */
import * as z from 'zod/mini'
import { limits } from './limits'

// The page's content security policy allows no `eval`.
z.config({ jitless: true })

/** Always with a hyphen, so that no id is `__proto__` or `constructor`. */
const idPattern = /^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)+$/
const idWords = 'an id like dense-k3f9 (letters and digits with a hyphen, at most 64)'

const id = z
  .string({ error: idWords })
  .check(z.regex(idPattern, { error: idWords, abort: true }), z.maxLength(64, { error: idWords }))

/** A word that code may use as a key; `constructor` and its like would find what every object inherits. */
const word = (pattern: RegExp, words: string): z.ZodMiniString =>
  z.string({ error: words }).check(
    z.regex(pattern, { error: words, abort: true }),
    z.refine(key => !(key in Object.prototype), { error: words })
  )

const port = word(
  /^[a-z][a-zA-Z0-9-]{0,63}$/,
  'a port like x or out-2 (letters, digits, hyphens, at most 64)'
)
const blockType = word(/^[a-zA-Z][\w-]{0,63}$/, 'a type of block like dense (letters, digits, at most 64)')
const paramName = word(/^[a-zA-Z]\w{0,63}$/, 'a name like useBias (letters and digits, at most 64)')

const name = z.string().check(z.maxLength(limits.name))
const whole = z.int()
const count = z.int().check(z.minimum(0))

const paramText = z.string().check(z.maxLength(limits.paramText))
export const paramValueSchema = z.union(
  [z.number(), z.boolean(), paramText, z.array(z.nullable(z.number())).check(z.maxLength(limits.paramList))],
  { error: 'a number, true or false, text, or a list of numbers' }
)
const fewParams = (params: object): boolean => Object.keys(params).length <= limits.params
export const paramsSchema = z
  .record(paramName, paramValueSchema)
  .check(z.refine(fewParams, { error: `at most ${limits.params} parameters` }))

export const blockSchema = z.strictObject({
  type: blockType,
  name,
  params: paramsSchema,
  /** The block, in the same network, whose weights this one uses. */
  weightsOf: z.exactOptional(id),
  frozen: z.exactOptional(z.boolean())
})

const endSchema = z.strictObject({ block: id, port })
export const edgeSchema = z.strictObject({ from: endSchema, to: endSchema })

export const networkSchema = z.strictObject({
  name,
  blocks: z.record(id, blockSchema),
  /** Their order is the order in which a port that takes many receives them. */
  edges: z.array(edgeSchema)
})

export const dataSchema = z.strictObject({
  /** The id of a dataset. */
  source: z.string().check(z.maxLength(limits.name)),
  sha256: z.exactOptional(
    z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in 64 hexadecimal digits' }))
  ),
  /** Exact counts of samples. */
  split: z.strictObject({ train: count, validation: count, test: count, seed: whole })
})

/** Or none yet. */
export const anyDataSchema = z.nullable(dataSchema)

export const trainingSchema = z.strictObject({
  optimizer: z.strictObject({
    type: blockType,
    params: z
      .record(
        paramName,
        z.union([z.number(), z.boolean(), paramText], { error: 'a number, true or false, or text' })
      )
      .check(z.refine(fewParams, { error: `at most ${limits.params} parameters` }))
  }),
  batch: whole,
  epochs: whole,
  seed: whole
})

/** What lies farther out than any canvas goes is brought to its edge: sums of such numbers are numbers still. */
export const onCanvas = (pixels: number): number =>
  Math.max(-limits.distance, Math.min(limits.distance, pixels))
const coordinate = z.pipe(z.number(), z.transform(onCanvas))
export const positionSchema = z.strictObject({ x: coordinate, y: coordinate })

export const documentSchema = z.strictObject({
  format: z.literal('blockprop'),
  version: z.literal(1),
  id,
  name,
  networks: z.record(id, networkSchema),
  /** The network that is trained; the others are definitions of groups. */
  root: id,
  data: anyDataSchema,
  training: trainingSchema,
  /** Apart from the blocks, so that moving one invalidates no analysis. */
  view: z.strictObject({ positions: z.record(id, z.record(id, positionSchema)) })
})

export const idSchema = id
export const nameSchema = name

type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

export type NetworkId = string
export type BlockId = string
export type ParamValue = DeepReadonly<z.infer<typeof paramValueSchema>>
export type Block = DeepReadonly<z.infer<typeof blockSchema>>
export type Edge = DeepReadonly<z.infer<typeof edgeSchema>>
export type Network = DeepReadonly<z.infer<typeof networkSchema>>
export type DataBinding = DeepReadonly<z.infer<typeof dataSchema>>
export type Training = DeepReadonly<z.infer<typeof trainingSchema>>
export type Position = DeepReadonly<z.infer<typeof positionSchema>>
export type Document = DeepReadonly<z.infer<typeof documentSchema>>
