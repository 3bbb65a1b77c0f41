/**
 * The document: what a `.blockprop` file holds, and the one state that edits change. The schema checks form
 * alone. Unknown blocks, parameters out of range, loose ends and cycles are problems that analysis shows with
 * their fixes; a file that has them opens. How the parts refer to each other is checked in `integrity.ts`.
 */
import * as z from 'zod'
import { limits } from './limits'

// The page's content security policy allows no `eval`.
z.config({ jitless: true })

/** Always with a hyphen, so that no id is `__proto__` or `constructor`. */
const idPattern = /^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)+$/
const idWords = 'an id like dense-k3f9 (letters and digits with a hyphen, at most 64)'

const id = z
  .string({ error: idWords })
  .regex(idPattern, { error: idWords, abort: true })
  .max(64, { error: idWords })

/** A word that code may use as a key; `constructor` and its like would find what every object inherits. */
const word = (pattern: RegExp, words: string): z.ZodString =>
  z
    .string({ error: words })
    .regex(pattern, { error: words, abort: true })
    .refine(key => !(key in Object.prototype), { error: words })

const port = word(
  /^[a-z][a-zA-Z0-9-]{0,63}$/,
  'a port like x or out-2 (letters, digits, hyphens, at most 64)'
)
const blockType = word(/^[a-zA-Z][\w-]{0,63}$/, 'a type of block like dense (letters, digits, at most 64)')
const paramName = word(/^[a-zA-Z]\w{0,63}$/, 'a name like useBias (letters and digits, at most 64)')

const name = z.string().max(limits.name)
const whole = z.int()
const count = z.int().min(0)

const paramText = z.string().max(limits.paramText)
export const paramValueSchema = z.union(
  [z.number(), z.boolean(), paramText, z.array(z.number().nullable()).max(limits.paramList)],
  { error: 'a number, true or false, text, or a list of numbers' }
)
const fewParams = (params: object): boolean => Object.keys(params).length <= limits.params
export const paramsSchema = z
  .record(paramName, paramValueSchema)
  .refine(fewParams, { error: `at most ${limits.params} parameters` })

export const blockSchema = z.strictObject({
  type: blockType,
  name,
  params: paramsSchema,
  /** The block, in the same network, whose weights this one uses. */
  weightsOf: id.exactOptional(),
  frozen: z.boolean().exactOptional()
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
  source: z.string().max(limits.name),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in 64 hexadecimal digits' })
    .exactOptional(),
  /** Exact counts of samples. */
  split: z.strictObject({ train: count, validation: count, test: count, seed: whole })
})

export const trainingSchema = z.strictObject({
  optimizer: z.strictObject({
    type: blockType,
    params: z
      .record(
        paramName,
        z.union([z.number(), z.boolean(), paramText], { error: 'a number, true or false, or text' })
      )
      .refine(fewParams, { error: `at most ${limits.params} parameters` })
  }),
  batch: whole,
  epochs: whole,
  seed: whole
})

/** What lies farther out than any canvas goes is brought to its edge: sums of such numbers are numbers still. */
export const onCanvas = (pixels: number): number =>
  Math.max(-limits.distance, Math.min(limits.distance, pixels))
const coordinate = z.number().transform(onCanvas)
export const positionSchema = z.strictObject({ x: coordinate, y: coordinate })

export const documentSchema = z.strictObject({
  format: z.literal('blockprop'),
  version: z.literal(1),
  id,
  name,
  networks: z.record(id, networkSchema),
  /** The network that is trained; the others are definitions of groups. */
  root: id,
  data: dataSchema.nullable(),
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
