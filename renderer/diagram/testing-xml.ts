/** Just enough of an XML reader for tests: strict, without entities of one's own. */

export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** The words right inside it. */
  readonly text: string
}

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const token = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** @throws where the text is not well-formed */
export function tagsOf(xml: string): readonly Tag[] {
  if (forbidden.test(xml)) throw new Error('a character that XML forbids')
  const open: { name: string; attributes: Map<string, string>; text: string }[] = []
  const all: Tag[] = []
  token.lastIndex = 0
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(xml)
    if (!found) throw new Error(`not well-formed: ${xml.slice(at, at + 60)}`)
    const [, closing, name = '', attributes = '', empty, words] = found
    const inside = open.at(-1)
    if (words !== undefined) {
      if (!inside) throw new Error('words outside of everything')
      inside.text += decoded(words)
    } else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`)
    } else {
      if (!inside && all.length > 0) throw new Error('more than one root')
      const tag = { name, attributes: attributesOf(attributes), text: '' }
      all.push(tag)
      if (empty !== '/') open.push(tag)
    }
  }
  if (open.length > 0) throw new Error(`${open.at(-1)?.name ?? ''} is not closed`)
  return all
}

/** All words of it. */
export function textOf(xml: string): string {
  return tagsOf(xml)
    .map(tag => tag.text)
    .join('\n')
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, key = '', value = '']) => [key, decoded(value)] as const
  )
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error('an attribute twice')
  return new Map(pairs)
}

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (_all, name: string) => {
    const character = entities[name]
    if (character === undefined) throw new Error(`unknown entity ${name}`)
    return character
  })
}
