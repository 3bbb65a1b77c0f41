import {
  add,
  call,
  div,
  method,
  mul,
  neg,
  power,
  sub,
  type PyExpr,
  type PyValue
} from '../codegen/python/expr'
import { F, keras, torch } from '../codegen/python/modules'
import type { OpsBuilder, Operand } from '../network/builder'
import type { Value } from '../network/program'
import { fail, ok } from '../result'
import { parseTerm } from './arithmetic/parse'
import { inputsOf, type FunctionName, type Operator, type Term } from './arithmetic/term'
import { defineBlock } from './block'
import { notTokens } from './not-tokens'
import { text } from './params'
import { sameShape, shapeText, tensor } from './tensor-type'

/** Arithmetic over its inputs, number by number: parsed into a term, never run as code. */
export const expression = defineBlock({
  type: 'expression',
  label: 'Expression',
  aliases: ['formula', 'arithmetic', 'maths', 'lambda', 'custom'],
  tasks: ['formula of your own', 'custom activation', 'gate', 'scale'],
  group: 'core',
  docs: {
    summary:
      'Computes a formula of your own, number by number: x1 is what comes in first, x2 what comes in second.',
    use: 'For what no block does: a gate such as x1 * sigmoid(x2), or an activation that you have read about.',
    formula: {
      tex: String.raw`y = f(x_1, x_2, \dots)`,
      spoken: 'y is f of x 1, x 2 and so on',
      where: [
        ['x_1, x_2', 'what comes in, in the order of the edges'],
        ['f', 'the formula that is written above']
      ]
    }
  },
  params: {
    formula: text({
      label: 'Formula',
      help: 'Inputs are x1, x2, …; signs + - * / ^ and ( ); functions abs, cos, exp, log, max, min, relu, sigmoid, sin, softplus, sqrt, tanh; pi and e.',
      default: '2 * x1'
    })
  },
  inputs: { in: 'many' },
  card: p => (p.formula.length > 24 ? `${p.formula.slice(0, 23)}…` : p.formula),
  infer: ({ in: all }, p) => {
    const term = parseTerm(p.formula)
    if (!term.ok) return fail({ message: `The formula can’t be read. ${term.error}` })
    const [first] = all
    if (!first) return fail({ port: 'in', message: 'Expression gets nothing.' })
    if (all.some(t => t.dtype === 'int32')) return fail(notTokens('Expression'))
    if (all.some(t => t.mask))
      return fail({
        port: 'in',
        message: 'Behind Expression nobody would know which steps are padding: average over time first.',
        expected: 'no padding'
      })
    if (all.some(t => !sameShape(t.shape, first.shape)))
      return fail({
        port: 'in',
        message: `Expression needs inputs of one shape, but gets ${all.map(t => shapeText(t.shape)).join(' and ')}.`,
        why: 'one-shape',
        expected: 'one shape'
      })
    const read = inputsOf(term.value)
    const missing = [...read].find(place => place >= all.length)
    if (missing !== undefined)
      return fail({
        port: 'in',
        message: `The formula reads x${missing + 1}, but ${all.length === 1 ? 'only one edge comes' : `only ${all.length} edges come`} in.`
      })
    const unread = all.findIndex((_, place) => !read.has(place))
    if (unread !== -1)
      return fail({
        message: `x${unread + 1} comes in, but the formula does not read it: use it, or remove its edge.`
      })
    return ok([tensor(first.shape)])
  },
  ops: (b, { in: all }, p) => [valueOf(b, termOf(p.formula), all)],
  keras: p => ({ called: ({ in: all }) => written(termOf(p.formula), all, kerasFunction) }),
  pytorch: (p, io) => {
    const all = io.takeMany('in', 'any')
    return { forward: () => written(termOf(p.formula), all, torchFunction), layout: io.layout('in') }
  }
})

/** Of a formula that `infer` has read. */
function termOf(formula: string): Term {
  const term = parseTerm(formula)
  if (!term.ok) throw new Error(`the formula was not checked: ${term.error}`)
  return term.value
}

const signs: Readonly<Record<Operator, 'add' | 'sub' | 'mul' | 'div' | 'pow'>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '^': 'pow'
}

function valueOf(b: OpsBuilder, term: Term, inputs: readonly Value[]): Value {
  const of = (part: Term): Operand => (part.kind === 'number' ? part.value : valueOf(b, part, inputs))
  const whole = (part: Term | undefined): Value => {
    if (part === undefined) throw new Error('a function without a term')
    return valueOf(b, part, inputs)
  }
  switch (term.kind) {
    case 'number':
      return b.constant(term.value)
    case 'input':
      return inputs[term.place] as Value
    case 'negative':
      return b.neg(whole(term.of))
    case 'binary':
      return b[signs[term.operator]](of(term.left), of(term.right))
    case 'call': {
      const [first, second] = term.args
      if ((term.name === 'max' || term.name === 'min') && first && second)
        return b[term.name](of(first), of(second))
      return b[term.name as Exclude<FunctionName, 'max' | 'min'>](whole(first))
    }
  }
}

type Written = (name: FunctionName, args: readonly PyValue[], terms: readonly Term[]) => PyExpr

function written(term: Term, inputs: readonly PyExpr[], called: Written): PyExpr {
  const of = (part: Term): PyValue => (part.kind === 'number' ? part.value : written(part, inputs, called))
  switch (term.kind) {
    case 'number':
      throw new Error('a formula that reads no input')
    case 'input':
      return inputs[term.place] as PyExpr
    case 'negative':
      return neg(of(term.of))
    case 'binary':
      return inPython[term.operator](of(term.left), of(term.right))
    case 'call':
      return called(term.name, term.args.map(of), term.args)
  }
}

const inPython: Readonly<Record<Operator, typeof add>> = {
  '+': add,
  '-': sub,
  '*': mul,
  '/': div,
  '^': power
}

const kerasFunction: Written = (name, args) => {
  const known = { max: 'maximum', min: 'minimum' } as const
  return call(keras(`ops.${name === 'max' || name === 'min' ? known[name] : name}`), args)
}

const torchFunction: Written = (name, args, terms) => {
  if (name === 'softplus') return call(F('softplus'), args)
  if (name !== 'max' && name !== 'min') return call(torch(name), args)
  const number = terms.find(term => term.kind === 'number')
  if (number === undefined) return call(torch(name === 'max' ? 'maximum' : 'minimum'), args)
  const other = args[terms[0] === number ? 1 : 0]
  if (typeof other !== 'object' || other === null || !('kind' in other)) throw new Error('two numbers')
  return method(other, 'clamp', [], { [name === 'max' ? 'min' : 'max']: number.value })
}
