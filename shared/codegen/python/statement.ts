import type { BinaryOperator, PyExpr, PyKwargs, PyParam, PyValue } from './expr'
import { call, lift, name, param } from './expr'

/** `origin` is the id of the block that a statement comes from. */
export type PyStatement = { readonly origin?: string } & PyStatementKind

type PyStatementKind =
  | {
      readonly kind: 'assign'
      readonly targets: readonly PyExpr[]
      readonly annotation?: PyExpr
      readonly value?: PyExpr
    }
  | {
      readonly kind: 'augmented'
      readonly target: PyExpr
      readonly operator: BinaryOperator
      readonly value: PyExpr
    }
  | { readonly kind: 'expression'; readonly value: PyExpr }
  | { readonly kind: 'return'; readonly value?: PyExpr }
  | { readonly kind: 'import'; readonly line: ImportLine }
  | {
      readonly kind: 'def'
      readonly name: string
      readonly params: readonly PyParam[]
      readonly returns?: PyExpr
      readonly decorators: readonly PyExpr[]
      readonly docstring?: string
      readonly body: readonly PyStatement[]
    }
  | {
      readonly kind: 'class'
      readonly name: string
      readonly bases: readonly PyExpr[]
      readonly kwargs: readonly (readonly [string, PyExpr])[]
      readonly decorators: readonly PyExpr[]
      readonly docstring?: string
      readonly body: readonly PyStatement[]
    }
  | {
      readonly kind: 'if'
      readonly branches: readonly { readonly test: PyExpr; readonly body: readonly PyStatement[] }[]
      readonly otherwise: readonly PyStatement[]
    }
  | {
      readonly kind: 'for'
      readonly target: PyExpr
      readonly iterable: PyExpr
      readonly body: readonly PyStatement[]
    }
  | { readonly kind: 'while'; readonly test: PyExpr; readonly body: readonly PyStatement[] }
  | { readonly kind: 'with'; readonly items: readonly WithItem[]; readonly body: readonly PyStatement[] }
  | { readonly kind: 'raise'; readonly value: PyExpr }
  | { readonly kind: 'assert'; readonly test: PyExpr; readonly message?: PyExpr }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'docstring'; readonly text: string }
  | { readonly kind: 'word'; readonly word: 'pass' | 'break' | 'continue' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'imports' }

export interface WithItem {
  readonly value: PyExpr
  readonly as?: PyExpr
}

export type ImportLine =
  | { readonly module: string; readonly as?: string }
  | { readonly from: string; readonly names: readonly ImportedName[] }

export interface ImportedName {
  readonly name: string
  readonly as?: string
}

export type Body = readonly PyStatement[]

/** Says which block statements come from. An origin that was given before is kept. */
export function withOrigin(origin: string, statements: Body): Body {
  return statements.map(statement => ({ origin, ...statement }))
}

/** `target = value`; with a list of targets `first = second = value`. A tuple unpacks. */
export function assign(
  target: string | PyExpr | readonly PyExpr[],
  value: PyValue,
  annotation?: PyExpr
): PyStatement {
  const targets = typeof target === 'string' ? [name(target)] : 'kind' in target ? [target] : target
  return { kind: 'assign', targets, value: lift(value), ...(annotation && { annotation }) }
}

/** `target: annotation` */
export function declare(target: string, annotation: PyExpr): PyStatement {
  return { kind: 'assign', targets: [name(target)], annotation }
}

/** `target += value` */
export function augment(target: string | PyExpr, operator: BinaryOperator, value: PyValue): PyStatement {
  return { kind: 'augmented', target: expr(target), operator, value: lift(value) }
}

export function run(value: PyExpr): PyStatement {
  return { kind: 'expression', value }
}

export function returns(value?: PyValue): PyStatement {
  return value === undefined ? { kind: 'return' } : { kind: 'return', value: lift(value) }
}

export function importModule(module: string, as?: string): PyStatement {
  return { kind: 'import', line: { module, ...(as !== undefined && { as }) } }
}

export function importFrom(from: string, names: readonly (string | ImportedName)[]): PyStatement {
  return { kind: 'import', line: { from, names: names.map(n => (typeof n === 'string' ? { name: n } : n)) } }
}

interface DefOptions {
  readonly returns?: PyExpr
  readonly docstring?: string
  readonly decorators?: readonly PyExpr[]
}

export function def(
  defName: string,
  params: readonly (string | PyParam)[],
  body: Body,
  options: DefOptions = {}
): PyStatement {
  return {
    kind: 'def',
    name: defName,
    params: params.map(p => (typeof p === 'string' ? param(p) : p)),
    body,
    decorators: options.decorators ?? [],
    ...(options.returns && { returns: options.returns }),
    ...(options.docstring !== undefined && { docstring: options.docstring })
  }
}

interface ClassOptions {
  readonly kwargs?: PyKwargs
  readonly docstring?: string
  readonly decorators?: readonly PyExpr[]
}

export function classDef(
  className: string,
  bases: readonly PyExpr[],
  body: Body,
  options: ClassOptions = {}
): PyStatement {
  const header = call(className, bases, options.kwargs)
  return {
    kind: 'class',
    name: className,
    bases,
    kwargs: header.kind === 'call' ? header.kwargs : [],
    body,
    decorators: options.decorators ?? [],
    ...(options.docstring !== undefined && { docstring: options.docstring })
  }
}

export function when(test: PyValue, body: Body, otherwise: Body = []): PyStatement {
  return { kind: 'if', branches: [{ test: lift(test), body }], otherwise }
}

/** `if … elif … else` */
export function whenFirst(
  branches: readonly (readonly [PyValue, Body])[],
  otherwise: Body = []
): PyStatement {
  if (branches.length === 0) throw new Error('whenFirst: at least one branch is needed')
  return { kind: 'if', branches: branches.map(([test, body]) => ({ test: lift(test), body })), otherwise }
}

export function forEach(target: string | PyExpr, iterable: PyValue, body: Body): PyStatement {
  return { kind: 'for', target: expr(target), iterable: lift(iterable), body }
}

export function whileLoop(test: PyValue, body: Body): PyStatement {
  return { kind: 'while', test: lift(test), body }
}

export function using(items: PyExpr | readonly WithItem[], body: Body): PyStatement {
  return { kind: 'with', items: 'kind' in items ? [{ value: items }] : items, body }
}

export function raise(value: PyExpr): PyStatement {
  return { kind: 'raise', value }
}

export function assert(test: PyValue, message?: PyValue): PyStatement {
  return { kind: 'assert', test: lift(test), ...(message !== undefined && { message: lift(message) }) }
}

/** Any text: it is made one paragraph of plain words, and wrapped. */
export function comment(text: string): PyStatement {
  return { kind: 'comment', text }
}

/** The docstring of the module; functions and classes have theirs as an option. */
export function docstring(text: string): PyStatement {
  return { kind: 'docstring', text }
}

/** An empty line, beside those that black asks for. */
export const blank: PyStatement = { kind: 'blank' }
export const pass: PyStatement = { kind: 'word', word: 'pass' }
export const breakLoop: PyStatement = { kind: 'word', word: 'break' }
export const continueLoop: PyStatement = { kind: 'word', word: 'continue' }

/** Where the collected imports go; without it after the docstring and the first comments. */
export const importsHere: PyStatement = { kind: 'imports' }

function expr(target: string | PyExpr): PyExpr {
  return typeof target === 'string' ? name(target) : target
}
