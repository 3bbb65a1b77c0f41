/** A text as places in a vocabulary of letters, padded with 0; what the vocabulary lacks is left out. */
export function tokensOf(text: string, vocabulary: readonly string[], length: number): Int32Array {
  const places = Array.from(text.toLowerCase(), letter => vocabulary.indexOf(letter)).filter(
    place => place > 0
  )
  return Int32Array.from({ length }, (_, i) => places[i] ?? 0)
}
