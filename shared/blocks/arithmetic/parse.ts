import { fail, ok, type Result } from '../../result'
import { FUNCTIONS, simplified, type FunctionName, type Operator, type Term } from './term'

/** More than anybody writes; it bounds what a stranger's document can ask for. */
export const MOST_TOKENS = 200

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end'
  readonly text: string
  /** Of its first character, from 1. */
  readonly at: number
}

class Mistake extends Error {}

/**
 * Reads `0.5 * (x1 + x2) ^ 2`: numbers, `pi`, `e`, inputs `x1`, `x2` … (`x` is the first), `+ − * / ^` (or `**`),
 * parentheses and the functions of `FUNCTIONS`. `^` binds tighter than a sign, and to the right: `-x^2` is `-(x^2)`.
 */
export function parseTerm(text: string): Result<Term, string> {
  try {
    const reader = new Reader(tokensOf(text))
    const term = reader.sum()
    reader.end()
    return ok(term)
  } catch (error) {
    if (error instanceof Mistake) return fail(error.message)
    throw error
  }
}

const PATTERN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(\*\*|[-+*/^(),−·×]))/y

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const trimmed = text.trimEnd()
  PATTERN.lastIndex = 0
  while (PATTERN.lastIndex < trimmed.length) {
    const from = PATTERN.lastIndex
    const match = PATTERN.exec(trimmed)
    if (match === null) {
      const odd = trimmed.slice(from).trimStart().slice(0, 1)
      throw new Mistake(`“${odd}” at character ${trimmed.indexOf(odd, from) + 1} has no meaning here.`)
    }
    const [whole, number, name, sign = ''] = match
    const word = number ?? name ?? sign
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign'
    tokens.push({ kind, text: plain(word), at: from + whole.length - word.length + 1 })
    if (tokens.length > MOST_TOKENS) throw new Mistake(`It has more than ${MOST_TOKENS} signs and numbers.`)
  }
  return [...tokens, { kind: 'end', text: '', at: trimmed.length + 1 }]
}

function plain(sign: string): string {
  return sign === '**' ? '^' : sign === '−' ? '-' : sign === '·' || sign === '×' ? '*' : sign
}

/** A parser by recursive descent; it goes no deeper than there are tokens. */
class Reader {
  private place = 0

  constructor(private readonly tokens: readonly Token[]) {}

  sum(): Term {
    return this.chain(['+', '-'], () => this.product())
  }

  end(): void {
    if (this.now.kind !== 'end') throw this.unexpected('the end, or one of + - * / ^')
  }

  private product(): Term {
    return this.chain(['*', '/'], () => this.signed())
  }

  private chain(operators: readonly Operator[], part: () => Term): Term {
    let left = part()
    for (;;) {
      const operator = operators.find(one => this.takes(one))
      if (operator === undefined) return left
      left = simplified({ kind: 'binary', operator, left, right: part() })
    }
  }

  private signed(): Term {
    if (this.takes('-')) return simplified({ kind: 'negative', of: this.signed() })
    if (this.takes('+')) return this.signed()
    const base = this.atom()
    return this.takes('^')
      ? simplified({ kind: 'binary', operator: '^', left: base, right: this.signed() })
      : base
  }

  private atom(): Term {
    const { kind, text } = this.now
    if (this.takes('(')) {
      const inside = this.sum()
      this.expect(')')
      return inside
    }
    if (kind === 'number') {
      this.place++
      const value = Number(text)
      if (!Number.isFinite(value)) throw new Mistake(`${text} is too large a number.`)
      return { kind: 'number', value }
    }
    if (kind === 'name') return this.named(text)
    throw this.unexpected('a number, an input such as x1, or a function')
  }

  private named(text: string): Term {
    if (Object.hasOwn(FUNCTIONS, text)) return this.call(text as FunctionName)
    const place = text === 'x' ? 1 : Number(/^x([1-9]\d{0,2})$/.exec(text)?.[1] ?? 0)
    if (place > 0) {
      this.place++
      return { kind: 'input', place: place - 1 }
    }
    if (text === 'pi' || text === 'e') {
      this.place++
      return { kind: 'number', value: text === 'pi' ? Math.PI : Math.E }
    }
    throw new Mistake(
      `“${text}” is not known: inputs are x1, x2 and so on; functions are ${Object.keys(FUNCTIONS).join(', ')}.`
    )
  }

  private call(name: FunctionName): Term {
    this.place++
    this.expect('(')
    const args = [this.sum()]
    while (this.takes(',')) args.push(this.sum())
    this.expect(')')
    const count = FUNCTIONS[name]
    if (args.length !== count)
      throw new Mistake(`${name} takes ${count === 1 ? 'one term' : 'two terms'}, but has ${args.length}.`)
    return simplified({ kind: 'call', name, args })
  }

  private get now(): Token {
    return this.tokens[this.place] ?? { kind: 'end', text: '', at: 0 }
  }

  private takes(sign: string): boolean {
    if (this.now.kind !== 'sign' || this.now.text !== sign) return false
    this.place++
    return true
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw this.unexpected(`“${sign}”`)
  }

  private unexpected(expected: string): Mistake {
    const { kind, text, at } = this.now
    return new Mistake(
      kind === 'end'
        ? `It ends where ${expected} is expected.`
        : `“${text}” at character ${at}: ${expected} is expected.`
    )
  }
}
