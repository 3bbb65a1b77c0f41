/** Whether places in a vocabulary stand for letters; else they stand for words, with spaces between them. */
export function isSpelled(vocabulary: readonly string[]): boolean {
  return vocabulary.every(entry => Array.from(entry).length <= 1)
}

/** A text as places in a vocabulary of letters or words, padded with 0; what the vocabulary lacks is left out. */
export function tokensOf(text: string, vocabulary: readonly string[], length: number): Int32Array {
  const lower = text.toLowerCase()
  const parts = isSpelled(vocabulary) ? Array.from(lower) : lower.split(/\s+/)
  const places = parts.map(part => vocabulary.indexOf(part)).filter(place => place > 0)
  return Int32Array.from({ length }, (_, i) => places[i] ?? 0)
}
