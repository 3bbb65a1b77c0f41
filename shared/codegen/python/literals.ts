/**
 * Characters that stand for themselves in generated source. Others are escaped: controls, bidirectional marks,
 * separators, lone surrogates, and all whose width is in doubt (the width decides where lines break).
 */
const plain =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0386\u0388-\u038a\u038e-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u052f]$/
const wide = /^[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3]$/

/** Python source of a string with the same code points; a lone surrogate stays one. */
export function stringLiteral(value: string): string {
  const quote = quoteFor(value)
  return quote + escaped(value, quote) + quote
}

/** Double quotes, unless single ones need fewer backslashes: black's choice. */
export function quoteFor(value: string): '"' | "'" {
  return count(value, '"') > count(value, "'") ? "'" : '"'
}

export function escaped(value: string, quote: '"' | "'"): string {
  return Array.from(value, character => escapedCharacter(character, quote)).join('')
}

const short: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapedCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`
  const known = short[character]
  if (known !== undefined) return known
  if (plain.test(character) || wide.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}

/** Columns that a line of generated source takes: Chinese, Japanese and Korean characters take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : 1
  return width
}

/** Digits of a number that is finite and not negative. */
export function numberLiteral(value: number, float: boolean): string {
  if (!float) return BigInt(value).toString()
  if (value !== 0 && (value < 1e-4 || value >= 1e16)) return value.toExponential().replace('+', '')
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
