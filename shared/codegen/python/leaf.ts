/**
 * One token on its way to a line. The layout works on tokens as black does; some of its steps change them
 * (a bracket that was optional becomes visible, a depth is counted anew), so that they are mutable.
 */
export interface Leaf {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'open' | 'close'
  /** Empty in a bracket that is only there when the line is too long. */
  value: string
  prefix: string
  /** How gladly a line is broken before this token; 0 where it is not. */
  readonly splitBefore: number
  /** Of a bracket: which one it is, also while it is invisible. */
  readonly bracket: '(' | '[' | '{' | null
  /** Of a bracket: it encloses a value of its own, and not arguments, an index or a type. */
  readonly atom: boolean
  /** Of an optional bracket: once it shows, it is there to stay when the source is formatted again. */
  readonly lasting: boolean
  /** The star of `*args` in a call or a def: before Python 3.6 no comma may follow. */
  readonly star: 'call' | 'def' | null
  readonly annotation: 'param' | 'return' | null
  readonly origins: readonly string[]
  depth: number
  opening: Leaf | null
  /** It has no place in the source's tree: a comma that was added, or a token with a later copy. */
  orphan: boolean
}

export function leaf(
  kind: Leaf['kind'],
  value: string,
  rest: Partial<Omit<Leaf, 'kind' | 'value'>> = {}
): Leaf {
  return {
    kind,
    value,
    prefix: '',
    splitBefore: 0,
    bracket: null,
    atom: false,
    lasting: false,
    star: null,
    annotation: null,
    origins: [],
    depth: 0,
    opening: null,
    orphan: false,
    ...rest
  }
}

/** How gladly black breaks a line at these, the gladest first. */
export const priority = {
  comprehension: 20,
  comma: 18,
  ternary: 16,
  logic: 14,
  comparison: 10,
  dot: 1
} as const

export const arithmeticPriority = {
  '|': 9,
  '^': 8,
  '&': 7,
  '<<': 6,
  '>>': 6,
  '+': 5,
  '-': 5,
  '*': 4,
  '/': 4,
  '//': 4,
  '%': 4,
  '@': 4,
  '**': 2
} as const
