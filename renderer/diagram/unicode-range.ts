/** Whether a font whose `unicode-range` is this has a character of the text; a font without a range has all. */
export function rangeHas(range: string, text: string): boolean {
  if (range.trim() === '') return true
  const spans = range.split(',').map(part => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    // A question mark stands for any digit.
    return [from.replaceAll('?', '0'), to.replaceAll('?', 'F')].map(hex => Number.parseInt(hex, 16))
  })
  return [...new Set(text)].some(character => {
    const code = character.codePointAt(0) ?? 0
    return spans.some(([from = 0, to = 0]) => code >= from && code <= to)
  })
}
