/**
 * Takes out of a text what it may tell about a person: paths, names of files, addresses, long quotations, and words
 * that are known to be private. What is left is to be pasted in public, so that each rule takes too much rather than
 * too little: a path goes with all that follows it in its line, since it may have spaces, quotes and brackets in it.
 */

/** In place of what was taken out. */
export const GONE = '<…>'

/** A longer line is data, or made to keep a machine busy. */
const longestLine = 4_000

/** A quotation that is longer may be a text of the person's own. */
const longestQuote = 40

export interface Known {
  /** Words that must not be left: the name of the person, of the computer, of the network. */
  readonly words?: readonly string[]
  /** Where the app itself lies. Of its code is told which line it is. */
  readonly app?: string
}

/** From a place in a line to another one, which is not in it. */
type Range = readonly [start: number, end: number]

export function redact(text: string, { words = [], app }: Known = {}): string {
  const lower = text.toLowerCase()
  // Of the names of a large network few are in the text.
  const said = words
    .flatMap(word => word.split('\n'))
    .map(word => word.trim())
    .filter(word => lower.includes(word.toLowerCase()))
  const secrets = secretsOf(said)
  return text
    .split('\n')
    .map(line => (line.length > longestLine ? stampOf(line) + GONE : redactLine(line, secrets, app)))
    .join('\n')
}

function redactLine(
  line: string,
  secretsIn: (line: string) => readonly Range[],
  app: string | undefined
): string {
  const told = app === undefined ? line : withOwnCode(line, app)
  const ranges = [...placesIn(told), ...quotesIn(told)]
  // A name of a file may have spaces: where it begins can't be known.
  if (/\.blockprop/i.test(without(told, ranges))) return stampOf(line) + GONE
  return without(told, [...ranges, ...secretsIn(told)])
}

/** Every rule has seen the whole line: what one takes out hides nothing from another. */
function without(line: string, ranges: readonly Range[]): string {
  const joined: [number, number][] = []
  for (const [start, end] of ranges.filter(([from, to]) => from < to).sort(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined.reduceRight((left, [start, end]) => left.slice(0, start) + GONE + left.slice(end), line)
}

const ownCode = '‹app›'

/** `/opt/Blockprop/resources/app.asar/out/main/index.js:10:5` is `‹app›/out/main/index.js:10:5`. */
function withOwnCode(line: string, app: string): string {
  const plain = app.replaceAll('\\', '/')
  const roots = [app, plain, encodeURI(plain)].map(escaped).join('|')
  const code = new RegExp(
    String.raw`(?:file://)?/?(?:${roots})[\\/](out(?:[\\/][\w.-]+)+\.[cm]?js(?::\d+)*)(?![^\s)])`,
    'g'
  )
  return line.replace(code, (_all, place: string) => `${ownCode}/${place.replaceAll('\\', '/')}`)
}

/** What may begin a place; whichever comes first decides, and all but the first three take the rest of the line. */
const place = new RegExp(
  [
    String.raw`(?<own>‹app›/out/[\w./-]+(?::\d+)*)`,
    String.raw`(?<page>\b(?:https?|wss?|app)://\S+)`,
    String.raw`(?<mail>[^\s@<>"'():,;/\\]+@[^\s@<>"'():,;/\\]+\.[^\s@<>"'():,;/\\]+)`,
    String.raw`\b(?:file:/|[a-z][\w+.-]+://).*`,
    String.raw`\bblob:.*`,
    String.raw`\bdata:[\w.+/-]*[;,].*`,
    // C:\, \\server and \Users, /home, ~/, ./ and ../; but not the strokes of 1/2 and and/or.
    String.raw`(?<![a-z])[a-z]:[\\/].*`,
    String.raw`(?<!\w)\\.*`,
    String.raw`(?<!\w)/(?=\S).*`,
    String.raw`(?<!\w)(?:~|\.\.?)[\\/].*`
  ].join('|'),
  'gi'
)

function placesIn(line: string): readonly Range[] {
  return [...line.matchAll(place)].flatMap(({ 0: all, index, groups }) => {
    if (groups?.['own'] !== undefined) return []
    return groups?.['page'] === undefined ? [[index, index + all.length] as const] : privateIn(all, index)
  })
}

/** Of an address that is not the host, the name of a script, and a place in it. */
function privateIn(address: string, index: number): readonly Range[] {
  const parts =
    /^(?<scheme>\w+:\/\/)(?<user>[^/?#]*@)?(?<host>[\w.-]+(?::\d+)?|\[[\da-f:]+\](?::\d+)?)?(?<path>\/[^?#]*?)?(?<script>(?<=\/)[\w.-]+\.(?:[cm]?jsx?|tsx?|css|html|wasm))?(?<query>[?#].*?)?(?<lines>(?::\d+){0,2})(?<end>[)\]}>"'”’».,;:]*)$/i.exec(
      address
    )
  if (!parts) return [[index, index + address.length]]
  const ranges: Range[] = []
  let at = index
  for (const [name, text = ''] of Object.entries(parts.groups ?? {})) {
    const isPrivate =
      name === 'user' || name === 'query' || (name === 'path' && !/^\/(?:assets\/)?$/.test(text))
    if (isPrivate) ranges.push([at, at + text.length])
    at += text.length
  }
  return ranges
}

const quotes = ['""', "''", '``', '“”', '‘’', '«»', '„“']
const quotation = new RegExp(
  quotes
    .map(([open = '', close = '']) => `(?<!\\w)${open}(?:(?!${close}(?!\\w)).){${longestQuote + 1},}`)
    .join('|'),
  'g'
)

function quotesIn(line: string): readonly Range[] {
  return [...line.matchAll(quotation)].map(({ 0: all, index }) => [index + 1, index + all.length])
}

/** When a line was logged, and how grave it is: as the log of the main process writes it. */
function stampOf(line: string): string {
  return /^\[[\dTZ:.-]+\] \[\w+\] /.exec(line)?.[0] ?? ''
}

function secretsOf(words: readonly string[]): (line: string) => readonly Range[] {
  const patterns = [...new Set(words)]
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .sort((a, b) => b.length - a.length)
    // One or two letters are in every other word.
    .map(word => (word.length > 2 ? escaped(word) : `(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`))
  if (patterns.length === 0) return () => []
  const secret = new RegExp(patterns.join('|'), 'giu')
  return line => [...line.matchAll(secret)].map(({ 0: all, index }) => [index, index + all.length])
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}
