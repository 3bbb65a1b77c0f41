import { fail, ok, type Result } from '../result'
import type { Dim } from './tensor-type'

/** What every parameter carries; the inspector, the checks and the help are made from it. */
interface Described {
  readonly label: string
  readonly help: string
  /** What its numbers count: `pixels`. */
  readonly unit?: string
}

export interface IntParam extends Described {
  readonly kind: 'int'
  readonly default: number
  readonly min: number
  readonly max: number
}
export interface FloatParam extends Described {
  readonly kind: 'float'
  readonly default: number
  readonly min: number
  readonly max: number
  /** Whether `min` itself is refused (a learning rate of 0). */
  readonly above?: boolean
  /** How far an arrow key goes; without it a tenth of the value's size, for what spans many powers of ten. */
  readonly step?: number
}
export interface FlagParam extends Described {
  readonly kind: 'flag'
  readonly default: boolean
}
export interface ChoiceParam<O extends string = string> extends Described {
  readonly kind: 'choice'
  readonly default: O
  readonly options: Readonly<Record<O, string>>
}
/** Height and width, or depth, height and width: as many as the default has. */
export interface SizesParam<S extends Sizes = Sizes> extends Described {
  readonly kind: 'sizes'
  readonly default: S
  readonly min: number
  readonly max: number
}
/** Sizes without the batch axis; `null` is an open length. */
export interface ShapeParam extends Described {
  readonly kind: 'shape'
  readonly default: readonly Dim[]
}
export interface TextParam extends Described {
  readonly kind: 'text'
  readonly default: string
  /** Where the window finds suggestions: the fields of the dataset, the definitions of groups. */
  readonly suggest?: 'input-field' | 'target-field' | 'network'
}

export type Sizes = readonly [number, number] | readonly [number, number, number]

export type Param = IntParam | FloatParam | FlagParam | ChoiceParam | SizesParam | ShapeParam | TextParam
export type ParamValue = number | boolean | string | readonly Dim[]
export type Params = Readonly<Record<string, Param>>

/** The type of a parameter's value. */
export type ValueOf<P extends Param> = P extends IntParam | FloatParam
  ? number
  : P extends FlagParam
    ? boolean
    : P extends ChoiceParam<infer O>
      ? O
      : P extends SizesParam<infer S>
        ? S
        : P extends ShapeParam
          ? readonly Dim[]
          : string

export type Values<P extends Params> = { readonly [K in keyof P]: ValueOf<P[K]> }
export type AnyValues = Readonly<Record<string, ParamValue>>

const LARGEST = 1_000_000

export const int = (p: Omit<IntParam, 'kind' | 'max'> & { max?: number }): IntParam => ({
  kind: 'int',
  max: LARGEST,
  ...p
})
export const float = (p: Omit<FloatParam, 'kind'>): FloatParam => ({ kind: 'float', ...p })
export const flag = (p: Omit<FlagParam, 'kind'>): FlagParam => ({ kind: 'flag', ...p })
export const choice = <const O extends string>(
  p: Omit<ChoiceParam<O>, 'kind' | 'default'> & { readonly default: NoInfer<O> }
): ChoiceParam<O> => ({
  kind: 'choice',
  ...p
})
export const sizes = <S extends Sizes>(
  p: Omit<SizesParam<S>, 'kind' | 'max'> & { max?: number }
): SizesParam<S> => ({
  kind: 'sizes',
  max: 1024,
  ...p
})
export const shape = (p: Omit<ShapeParam, 'kind'>): ShapeParam => ({ kind: 'shape', ...p })
export const text = (p: Omit<TextParam, 'kind'>): TextParam => ({ kind: 'text', ...p })

/** Why a value is refused: `units must be a whole number from 1 to 1000000, got -3`. */
export interface ParamMistake {
  readonly param: string
  readonly message: string
  readonly received: unknown
  /** The nearest value that would do, for a fix. */
  readonly nearest: ParamValue
}

/** Completes `given` with defaults and checks each value; unknown names are ignored, never lost. */
export function readParams<P extends Params>(
  params: P,
  given: Readonly<Record<string, unknown>>
): Result<Values<P>, readonly ParamMistake[]> {
  const values: Record<string, ParamValue> = {}
  const mistakes: ParamMistake[] = []
  for (const [name, param] of Object.entries(params)) {
    const received = Object.hasOwn(given, name) ? given[name] : param.default
    const expected = refusal(param, received)
    if (expected === null) values[name] = received as ParamValue
    else
      mistakes.push({
        param: name,
        message: `${param.label} must be ${expected}, got ${show(received)}`,
        received,
        nearest: nearest(param, received)
      })
  }
  return mistakes.length > 0 ? fail(mistakes) : ok(values as Values<P>)
}

/** What was expected, where `value` will not do; `null` where it will. */
function refusal(param: Param, value: unknown): string | null {
  const whole = (v: unknown, min: number, max: number): boolean =>
    typeof v === 'number' && Number.isInteger(v) && v >= min && v <= max
  switch (param.kind) {
    case 'int':
      return whole(value, param.min, param.max) ? null : `a whole number from ${param.min} to ${param.max}`
    case 'float': {
      const fits =
        typeof value === 'number' &&
        (param.above === true ? value > param.min : value >= param.min) &&
        value <= param.max
      return fits ? null : `a number ${param.above === true ? 'above' : 'from'} ${param.min} to ${param.max}`
    }
    case 'flag':
      return typeof value === 'boolean' ? null : 'true or false'
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(param.options, value)
        ? null
        : `one of ${Object.keys(param.options).join(', ')}`
    case 'sizes': {
      const count = param.default.length
      const fits = Array.isArray(value) && value.length === count
      return fits && value.every(v => whole(v, param.min, param.max))
        ? null
        : `${count === 2 ? 'two' : 'three'} whole numbers from ${param.min} to ${param.max}`
    }
    case 'shape':
      return Array.isArray(value) &&
        value.length <= 6 &&
        value.every(v => v === null || whole(v, 1, LARGEST)) &&
        value.slice(1).every(v => v !== null)
        ? null
        : `up to 6 sizes, each a whole number from 1 to ${LARGEST}; only the first may be open`
    case 'text':
      return typeof value === 'string' && value.length <= 5000 ? null : 'text of at most 5000 characters'
  }
}

function nearest(param: Param, received: unknown): ParamValue {
  if ((param.kind !== 'int' && param.kind !== 'float') || typeof received !== 'number') return param.default
  if (Number.isNaN(received)) return param.default
  const within = Math.min(param.max, Math.max(param.min, received))
  if (param.kind === 'int') return Math.round(within)
  return param.above === true && within <= param.min ? param.default : within
}

function show(value: unknown): string {
  const json = value === undefined ? 'nothing' : JSON.stringify(value)
  return json.length > 80 ? `${json.slice(0, 77)}…` : json
}
