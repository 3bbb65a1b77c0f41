/** JSON as it is printed: `lines` always stands on several lines, all else on one where it fits. */
export type Printable =
  null | boolean | number | string | readonly Printable[] | { readonly [key: string]: Printable } | Lines

const WIDTH = 110

/** An object or a list with a line for each of its members, so that a change of one is one line of a diff. */
class Lines {
  constructor(readonly members: readonly Printable[] | { readonly [key: string]: Printable }) {}
}

export function lines(members: Lines['members']): Lines {
  return new Lines(members)
}

/** The text of `value`, indented by two spaces, with a newline at its end. */
export function printJson(value: Printable): string {
  const out: string[] = []
  print(value, '', '', '', out)
  return `${out.join('\n')}\n`
}

function print(value: Printable, indent: string, before: string, after: string, out: string[]): void {
  const members = value instanceof Lines ? value.members : value
  const line = value instanceof Lines ? null : jsonLine(value)
  const fits = line !== null && indent.length + before.length + line.length + after.length <= WIDTH
  if (typeof members !== 'object' || members === null || fits || Object.keys(members).length === 0) {
    out.push(indent + before + (line ?? jsonLine(members)) + after)
    return
  }
  const inner = `${indent}  `
  const list = isList(members)
  const entries = Object.entries(members)
  out.push(indent + before + (list ? '[' : '{'))
  for (const [index, [key, member]] of entries.entries())
    print(member, inner, list ? '' : `${JSON.stringify(key)}: `, index < entries.length - 1 ? ',' : '', out)
  out.push(indent + (list ? ']' : '}') + after)
}

function isList(value: Lines['members']): value is readonly Printable[] {
  return Array.isArray(value)
}

/** `value` on one line. Members that are `undefined` are left out, as `JSON.stringify` does. */
export function jsonLine(value: Printable): string {
  if (value instanceof Lines) return jsonLine(value.members)
  // JSON.stringify makes 0 of -0, and what is read must be what was written.
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(jsonLine).join(', ')}]`
  const entries = Object.entries<Printable | undefined>(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${JSON.stringify(key)}: ${jsonLine(member)}`]
  )
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
