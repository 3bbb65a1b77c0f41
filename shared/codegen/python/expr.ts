import { isIdentifier } from './identifiers'

/** Where a name comes from: `from torch import nn`, `import numpy as np`. */
export type PyImport =
  { readonly from: string; readonly name?: string } | { readonly module: string; readonly as?: string }

export type BinaryOperator = '|' | '^' | '&' | '<<' | '>>' | '+' | '-' | '*' | '/' | '//' | '%' | '@' | '**'
export type ComparisonOperator = '<' | '>' | '==' | '!=' | '<=' | '>=' | 'in' | 'not in' | 'is' | 'is not'
export type UnaryOperator = '-' | '+' | '~' | 'not'

export interface PyParam {
  readonly name: string
  readonly annotation?: PyExpr
  readonly default?: PyExpr
  /** `*args` or `**kwargs`. */
  readonly star?: '*' | '**'
}

export type PyExpr =
  | { readonly kind: 'name'; readonly name: string; readonly import?: PyImport }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly float: boolean }
  | { readonly kind: 'constant'; readonly value: boolean | null | '...' }
  | { readonly kind: 'attribute'; readonly value: PyExpr; readonly name: string }
  | {
      readonly kind: 'call'
      readonly callee: PyExpr
      readonly args: readonly PyExpr[]
      readonly kwargs: readonly (readonly [string, PyExpr])[]
    }
  | { readonly kind: 'star'; readonly star: '*' | '**'; readonly value: PyExpr }
  | { readonly kind: 'tuple' | 'list'; readonly items: readonly PyExpr[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [PyExpr, PyExpr])[] }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: PyExpr
      readonly right: PyExpr
    }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: PyExpr; readonly right: PyExpr }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly value: PyExpr }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: PyExpr
      readonly right: PyExpr
    }
  | { readonly kind: 'index'; readonly value: PyExpr; readonly items: readonly PyExpr[] }
  | {
      readonly kind: 'slice'
      readonly from: PyExpr | null
      readonly to: PyExpr | null
      readonly step: PyExpr | null
    }
  | { readonly kind: 'lambda'; readonly params: readonly PyParam[]; readonly body: PyExpr }
  | { readonly kind: 'conditional'; readonly test: PyExpr; readonly yes: PyExpr; readonly no: PyExpr }
  | {
      readonly kind: 'comprehension'
      readonly result: 'list' | 'generator'
      readonly item: PyExpr
      readonly target: PyExpr
      readonly iterable: PyExpr
      readonly conditions: readonly PyExpr[]
    }
  | { readonly kind: 'fstring'; readonly parts: readonly (string | FormattedPart)[] }
  | { readonly kind: 'tagged'; readonly origin: string; readonly value: PyExpr }

export interface FormattedPart {
  readonly value: PyExpr
  /** What stands after the colon: `.4f`. */
  readonly format?: string
}

/** What constructors take in place of an expression: a plain value is its literal, an array a tuple. */
export type PyValue = PyExpr | string | number | boolean | null | readonly PyValue[]
export type PyKwargs = Readonly<Record<string, PyValue | undefined>>

/** A plain value as a literal. A JavaScript number that is whole is a Python int: see `float`. */
export function lift(value: PyValue): PyExpr {
  if (value === null || typeof value === 'boolean') return { kind: 'constant', value }
  if (typeof value === 'string') return { kind: 'string', value }
  if (typeof value === 'number')
    return { kind: 'number', value: value === 0 ? 0 : value, float: !Number.isInteger(value) }
  return isArray(value) ? tuple(value) : value
}

function isArray(value: PyExpr | readonly PyValue[]): value is readonly PyValue[] {
  return Array.isArray(value)
}

/** A name, or a dotted chain of them; throws on anything else, which is a bug of the caller. */
export function name(dotted: string): PyExpr {
  const [first = '', ...rest] = dotted.split('.')
  return rest.reduce<PyExpr>(attr, { kind: 'name', name: identifier(first) })
}

/**
 * A name that needs an import: `imported('nn.Linear', { from: 'torch' })`,
 * `imported('np.load', { module: 'numpy', as: 'np' })`.
 */
export function imported(dotted: string, source: PyImport): PyExpr {
  const [first = '', ...rest] = dotted.split('.')
  const modulePath = 'from' in source ? source.from : source.module
  modulePath.replace(/^\.+/, '').split('.').forEach(identifier)
  return rest.reduce<PyExpr>(attr, { kind: 'name', name: identifier(first), import: source })
}

/** `name` says the same as a string where an expression is called. */
type Callee = PyExpr | string

export function call(callee: Callee, args: readonly PyValue[] = [], kwargs: PyKwargs = {}): PyExpr {
  const given: [string, PyExpr][] = []
  for (const [key, value] of Object.entries(kwargs)) {
    if (value !== undefined) given.push([identifier(key), lift(value)])
  }
  return {
    kind: 'call',
    callee: typeof callee === 'string' ? name(callee) : callee,
    args: args.map(lift),
    kwargs: given
  }
}

export function attr(value: PyExpr, attribute: string): PyExpr {
  return { kind: 'attribute', value, name: identifier(attribute) }
}

export function method(
  value: PyExpr,
  attribute: string,
  args: readonly PyValue[] = [],
  kwargs: PyKwargs = {}
): PyExpr {
  return call(attr(value, attribute), args, kwargs)
}

/** `1.0` where a plain 1 would print as an int. */
export function float(value: number): PyExpr {
  return { kind: 'number', value, float: true }
}

export function star(value: PyValue): PyExpr {
  return { kind: 'star', star: '*', value: lift(value) }
}

export function doubleStar(value: PyValue): PyExpr {
  return { kind: 'star', star: '**', value: lift(value) }
}

export function tuple(items: readonly PyValue[]): PyExpr {
  return { kind: 'tuple', items: items.map(lift) }
}

export function list(items: readonly PyValue[]): PyExpr {
  return { kind: 'list', items: items.map(lift) }
}

export function dict(
  entries: Readonly<Record<string, PyValue>> | readonly (readonly [PyValue, PyValue])[]
): PyExpr {
  const pairs: readonly (readonly [PyValue, PyValue])[] = isEntries(entries)
    ? entries
    : Object.entries(entries)
  return { kind: 'dict', entries: pairs.map(([key, value]) => [lift(key), lift(value)]) }
}

function isEntries(
  entries: Readonly<Record<string, PyValue>> | readonly (readonly [PyValue, PyValue])[]
): entries is readonly (readonly [PyValue, PyValue])[] {
  return Array.isArray(entries)
}

export function binary(left: PyValue, operator: BinaryOperator, right: PyValue): PyExpr {
  return { kind: 'binary', operator, left: lift(left), right: lift(right) }
}

export const add = (left: PyValue, right: PyValue): PyExpr => binary(left, '+', right)
export const sub = (left: PyValue, right: PyValue): PyExpr => binary(left, '-', right)
export const mul = (left: PyValue, right: PyValue): PyExpr => binary(left, '*', right)
export const div = (left: PyValue, right: PyValue): PyExpr => binary(left, '/', right)
export const power = (left: PyValue, right: PyValue): PyExpr => binary(left, '**', right)
export const matmul = (left: PyValue, right: PyValue): PyExpr => binary(left, '@', right)

export function and(left: PyValue, right: PyValue): PyExpr {
  return { kind: 'logic', operator: 'and', left: lift(left), right: lift(right) }
}

export function or(left: PyValue, right: PyValue): PyExpr {
  return { kind: 'logic', operator: 'or', left: lift(left), right: lift(right) }
}

export function unary(operator: UnaryOperator, value: PyValue): PyExpr {
  return { kind: 'unary', operator, value: lift(value) }
}

export const not = (value: PyValue): PyExpr => unary('not', value)
export const neg = (value: PyValue): PyExpr => unary('-', value)

export function compare(left: PyValue, operator: ComparisonOperator, right: PyValue): PyExpr {
  return { kind: 'comparison', operator, left: lift(left), right: lift(right) }
}

/** `value[a, b]`; an item may be a `slice`. */
export function index(value: PyExpr, ...items: readonly PyValue[]): PyExpr {
  if (items.length === 0) throw new Error('index: at least one item is needed')
  return { kind: 'index', value, items: items.map(lift) }
}

export function slice(from: PyValue = null, to: PyValue = null, step: PyValue = null): PyExpr {
  const part = (value: PyValue): PyExpr | null => (value === null ? null : lift(value))
  return { kind: 'slice', from: part(from), to: part(to), step: part(step) }
}

export const ellipsis: PyExpr = { kind: 'constant', value: '...' }

export function param(
  paramName: string,
  options: { readonly annotation?: PyValue; readonly default?: PyValue; readonly star?: '*' | '**' } = {}
): PyParam {
  return {
    name: identifier(paramName),
    ...(options.annotation !== undefined && { annotation: lift(options.annotation) }),
    ...(options.default !== undefined && { default: lift(options.default) }),
    ...(options.star !== undefined && { star: options.star })
  }
}

export function lambda(params: readonly (string | PyParam)[], body: PyValue): PyExpr {
  return { kind: 'lambda', params: params.map(p => (typeof p === 'string' ? param(p) : p)), body: lift(body) }
}

/** `yes if test else no` */
export function conditional(test: PyValue, yes: PyValue, no: PyValue): PyExpr {
  return { kind: 'conditional', test: lift(test), yes: lift(yes), no: lift(no) }
}

type ComprehensionParts = { readonly for: PyExpr; readonly in: PyValue; readonly if?: readonly PyValue[] }

/** `[item for target in iterable if condition]` */
export function listOf(item: PyValue, parts: ComprehensionParts): PyExpr {
  return comprehension('list', item, parts)
}

/** `(item for target in iterable if condition)` */
export function generatorOf(item: PyValue, parts: ComprehensionParts): PyExpr {
  return comprehension('generator', item, parts)
}

function comprehension(result: 'list' | 'generator', item: PyValue, parts: ComprehensionParts): PyExpr {
  return {
    kind: 'comprehension',
    result,
    item: lift(item),
    target: parts.for,
    iterable: lift(parts.in),
    conditions: (parts.if ?? []).map(lift)
  }
}

/** Literal text is a string; what is formatted is an expression, or `{ value, format }`. */
export function fstring(...parts: readonly (string | PyExpr | FormattedPart)[]): PyExpr {
  return {
    kind: 'fstring',
    parts: parts.map(part => {
      if (typeof part === 'string') return part
      const formatted: FormattedPart = 'kind' in part ? { value: part } : part
      if (!/^[\w.,%<>^=+\- #]*$/.test(formatted.format ?? '')) {
        throw new Error(`fstring: ${JSON.stringify(formatted.format)} is no format`)
      }
      return formatted
    })
  }
}

/** Says which block an expression comes from, so that its lines can be found in the text. */
export function tagged(origin: string, value: PyExpr): PyExpr {
  return { kind: 'tagged', origin, value }
}

function identifier(text: string): string {
  if (!isIdentifier(text)) throw new Error(`${JSON.stringify(text)} is no Python identifier`)
  return text
}
