/** Something that can be chosen from the command palette. */
export interface Entry {
  /** The same from one window to the next. */
  readonly id: string
  readonly label: string
  /** Other words that it is found by. */
  readonly aliases?: readonly string[]
}

/**
 * The entries that a search finds, best first: those whose label begins as the search does, then those where each word
 * of it begins a word, then those that hold each word anywhere, in label or aliases. Entries of the same worth keep
 * their order. Without a search: what was used last, then all as they come.
 */
export function rank<E extends Entry>(
  entries: readonly E[],
  query: string,
  recent: readonly string[]
): readonly E[] {
  const words = plain(query)
    .split(' ')
    .filter(word => word !== '')
  const place = (entry: E): number => {
    const at = recent.indexOf(entry.id)
    return at < 0 ? recent.length : at
  }
  const worth = (entry: E): number => (words.length === 0 ? 1 : worthOf(entry, words))
  return entries
    .map(entry => ({ entry, worth: worth(entry), place: place(entry) }))
    .filter(found => found.worth > 0)
    .toSorted((a, b) => b.worth - a.worth || a.place - b.place)
    .map(({ entry }) => entry)
}

function worthOf({ label, aliases = [] }: Entry, words: readonly string[]): number {
  const name = plain(label)
  if (name.startsWith(words.join(' '))) return 4
  const texts = [name, ...aliases.map(plain)]
  const starts = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`)
  if (words.every(word => starts(name, word))) return 3
  if (words.every(word => texts.some(text => starts(text, word)))) return 2
  return words.every(word => texts.some(text => text.includes(word))) ? 1 : 0
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
