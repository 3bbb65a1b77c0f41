import { builtins, keywords, softKeywords } from './identifiers'

const longest = 40

export interface Names {
  /** A snake_case identifier like `wanted` that no earlier call gave. */
  readonly unique: (wanted: string) => string
  /** A PascalCase identifier like `wanted` that no earlier call gave. */
  readonly className: (wanted: string) => string
}

/**
 * Gives out Python identifiers for people's names: `Dense (1)` → `dense_1`, then `dense_1_2`; `Input` → `input_`.
 * The outcome depends on the names and their order only, so that two exports of a document are alike.
 * `reserved` are names that the module uses otherwise.
 */
export function createNames(reserved: Iterable<string> = []): Names {
  const taken = new Set(reserved)
  const claim = (wanted: string): string => {
    let free = isPythons(wanted) ? `${wanted}_` : wanted
    for (let n = 2; taken.has(free); n++) free = `${wanted}_${n}`
    taken.add(free)
    return free
  }
  return {
    unique: wanted => claim(snakeCase(wanted)),
    className: wanted => claim(pascalCase(wanted))
  }
}

/** PEP 8 sets an underscore behind such a name. */
function isPythons(text: string): boolean {
  return (
    keywords.has(text) || softKeywords.has(text) || builtins.has(text) || text === 'self' || text === 'cls'
  )
}

export function snakeCase(wanted: string): string {
  return capped(
    words(wanted)
      .map(word => word.toLowerCase())
      .join('_'),
    'block'
  )
}

export function pascalCase(wanted: string): string {
  return capped(
    words(wanted)
      .map(word => word.charAt(0).toUpperCase() + word.slice(1))
      .join(''),
    'Block'
  )
}

function capped(text: string, fallback: string): string {
  if (text === '') return fallback
  const led = /^[0-9]/.test(text) ? `${fallback}${fallback === 'block' ? '_' : ''}${text}` : text
  return led.slice(0, longest).replace(/_+$/, '')
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'Th',
  ı: 'i'
}

/**
 * The ASCII words of a text. Python folds identifiers by NFKC: `ﬁt` and `fit` would be one variable,
 * so the folding happens here, before names are made unique. Accents are dropped, other scripts left out.
 */
function words(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/[ßæÆœŒøØđĐłŁþÞı]/g, letter => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== '')
}
