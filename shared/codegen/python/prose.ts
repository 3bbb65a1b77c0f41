import { escaped } from './literals'

/** What follows `#` or stands in a docstring: one line of words without controls, marks or lone surrogates. */
function clean(text: string): string {
  return text
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/\p{C}/gu, '\ufffd')
    .trim()
}

/** Words that tools read in comments (an encoding, formatter switches) lose their meaning by a space. */
function disarm(text: string): string {
  return text
    .replace(/(coding|fmt|yapf|isort|type|noqa|pylint|mypy|pyright|flake8|ruff|pragma)(?=\s*[:=])/gi, '$1 ')
    .replace(/ {2,}/g, ' ')
}

/** The lines of a comment, each with its `#`, at most `width` columns where the words allow it. */
export function commentLines(text: string, width: number): readonly string[] {
  const words = disarm(clean(text))
  return words === '' ? ['#'] : wrap(words, width - 2).map(line => `# ${line}`)
}

/**
 * The source of a docstring, without indentation on its first line. Paragraphs are kept, words are wrapped.
 * Text is escaped where it could end the docstring or would not print.
 */
export function docstringSource(text: string, depth: number, width: number): string {
  const indent = '    '.repeat(depth)
  const paragraphs = text
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .map(clean)
    .join('\n')
    .trim()
    .split('\n')
  const wrapped = (spare: number): readonly string[] =>
    paragraphs.flatMap((paragraph, i) =>
      paragraph === '' ? [''] : wrap(paragraph, width - indent.length - (i === 0 ? 3 + spare : 0)).map(safe)
    )
  const roomy = wrapped(0)
  const [first = '', ...rest] = roomy.length > 1 ? roomy : wrapped(5)
  if (first === '' && rest.length === 0) return '""" """'
  const start = `"""${first.startsWith('"') ? ' ' : ''}${first}`
  if (rest.length === 0) return `${start}${start.endsWith('"') ? ' ' : ''}"""`
  return [start, ...rest.map(line => (line === '' ? '' : indent + line)), `${indent}"""`].join('\n')
}

/** Escaped where it would not print or would end the docstring. */
function safe(line: string): string {
  return escaped(line, "'").replace(/\\'/g, "'").replace(/"""/g, '\\"\\"\\"')
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
