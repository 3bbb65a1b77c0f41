const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/**
 * Words as XML holds them, between tags and in attributes. What XML 1.0 forbids is left out: controls, halves of
 * surrogate pairs, non-characters. So are marks that turn the direction of what follows them, which no one can see.
 */
export function xmlText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[&<>"']/g, character => entities[character] ?? '')
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; `content` is XML already. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : xmlText(value ?? '')}"`)
    .join('')
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100)
}
