/** A checked arithmetic term over the inputs of a block: parsed, never run as code. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  /** Which input, from 0. */
  | { readonly kind: 'input'; readonly place: number }
  | { readonly kind: 'negative'; readonly of: Term }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Term; readonly right: Term }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Term[] }

export type Operator = '+' | '-' | '*' | '/' | '^'

/** Functions by their name, with how many terms each takes. */
export const FUNCTIONS = {
  abs: 1,
  cos: 1,
  exp: 1,
  log: 1,
  max: 2,
  min: 2,
  relu: 1,
  sigmoid: 1,
  sin: 1,
  softplus: 1,
  sqrt: 1,
  tanh: 1
} as const

export type FunctionName = keyof typeof FUNCTIONS

const numbers: Readonly<Record<FunctionName, (...args: number[]) => number>> = {
  abs: Math.abs,
  cos: Math.cos,
  exp: Math.exp,
  log: Math.log,
  max: Math.max,
  min: Math.min,
  relu: (x = 0) => Math.max(x, 0),
  sigmoid: (x = 0) => 1 / (1 + Math.exp(-x)),
  sin: Math.sin,
  softplus: (x = 0) => Math.log1p(Math.exp(x)),
  sqrt: Math.sqrt,
  tanh: Math.tanh
}

const operators: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b
}

/** What has no input in it becomes a number. */
export function simplified(term: Term): Term {
  const number = valueOf(term)
  return number === undefined || term.kind === 'number' ? term : { kind: 'number', value: number }
}

function valueOf(term: Term): number | undefined {
  switch (term.kind) {
    case 'number':
      return term.value
    case 'input':
      return undefined
    case 'negative':
      return term.of.kind === 'number' ? -term.of.value : undefined
    case 'binary':
      return term.left.kind === 'number' && term.right.kind === 'number'
        ? operators[term.operator](term.left.value, term.right.value)
        : undefined
    case 'call': {
      const args = term.args.flatMap(arg => (arg.kind === 'number' ? [arg.value] : []))
      return args.length === term.args.length ? numbers[term.name](...args) : undefined
    }
  }
}

/** The places of the inputs that it reads. */
export function inputsOf(term: Term): ReadonlySet<number> {
  switch (term.kind) {
    case 'number':
      return new Set()
    case 'input':
      return new Set([term.place])
    case 'negative':
      return inputsOf(term.of)
    case 'binary':
      return new Set([...inputsOf(term.left), ...inputsOf(term.right)])
    case 'call':
      return new Set(term.args.flatMap(arg => [...inputsOf(arg)]))
  }
}
