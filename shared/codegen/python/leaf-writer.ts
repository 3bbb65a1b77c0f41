import type { PyImport } from './expr'
import { leaf, type Leaf } from './leaf'

/** Writes tokens of expressions to `leaves` and notes the imports that they need. */
export interface Writer {
  readonly leaves: Leaf[]
  readonly imports: Map<string, { readonly local: string; readonly source: PyImport }>
  origins: readonly string[]
  annotation: Leaf['annotation']
}

export function createWriter(imports: Writer['imports'], origins: readonly string[] = []): Writer {
  return { leaves: [], imports, origins, annotation: null }
}

type LeafOptions = Partial<Omit<Leaf, 'kind' | 'value'>>

export function put(
  w: Writer,
  kind: Leaf['kind'],
  value: string,
  prefix: string,
  rest: LeafOptions = {}
): void {
  if (kind === 'name' && !/^\.*([A-Za-z_]\w*(\.[A-Za-z_]\w*)*)?$/.test(value)) {
    throw new Error(`${JSON.stringify(value)} is no Python name`)
  }
  w.leaves.push(leaf(kind, value, { prefix, origins: w.origins, annotation: w.annotation, ...rest }))
}

export function open(
  w: Writer,
  bracket: '(' | '[' | '{',
  prefix: string,
  atom: boolean,
  visible = true
): void {
  put(w, 'open', visible ? bracket : '', prefix, { bracket, atom })
}

export function close(w: Writer, bracket: '(' | '[' | '{', atom: boolean, visible = true): void {
  const closing = { '(': ')', '[': ']', '{': '}' } as const
  put(w, 'close', visible ? closing[bracket] : '', '', { bracket, atom })
}

export function comma(w: Writer): void {
  put(w, 'operator', ',', '')
}

/** Calls `write` for each item, with commas between; all but the first get a space in front. */
export function separated<T>(
  w: Writer,
  items: readonly T[],
  write: (item: T, prefix: string) => void,
  prefix = ''
): void {
  items.forEach((item, i) => {
    if (i > 0) comma(w)
    write(item, i > 0 ? ' ' : prefix)
  })
}
