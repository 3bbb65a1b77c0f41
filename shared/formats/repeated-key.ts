/** Strings whole, then the brackets; all else in JSON does not matter here. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs

/**
 * The first key that stands twice in one object of a valid JSON text, which `JSON.parse` passes over in
 * silence; `null` if there is none.
 */
export function repeatedKey(json: string): string | null {
  const open: (Set<string> | null)[] = []
  for (const match of json.matchAll(TOKEN)) {
    const [token] = match
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else {
      const keys = open.at(-1)
      if (keys === undefined || keys === null || !isKey(json, match.index + token.length)) continue
      const key = String(JSON.parse(token))
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return null
}

function isKey(json: string, after: number): boolean {
  let at = after
  while (' \t\n\r'.includes(json[at] ?? '-')) at++
  return json[at] === ':'
}
