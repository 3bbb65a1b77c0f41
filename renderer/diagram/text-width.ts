// prettier-ignore
/** How far Inter moves on after each character from space to tilde, at a weight of 600, in hundredths of an em. */
const advances = [
  25, 32, 52, 64, 65, 100, 66, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 42, 62,
  64, 67, 61, 64, 58, 64, 64, 32, 33, 67, 67, 67, 54, 100, 73, 66, 74, 72, 61,
  59, 75, 75, 28, 58, 70, 57, 92, 76, 77, 65, 77, 65, 65, 66, 74, 73, 102, 72,
  71, 65, 37, 38, 37, 48, 47, 35, 57, 62, 58, 62, 59, 39, 63, 61, 26, 26, 57,
  26, 90, 61, 61, 62, 62, 40, 55, 35, 61, 59, 84, 57, 59, 57, 45, 36, 45, 67
]

/** Of other characters; the widest are as wide as they are high. */
const other = 66
const wide = /[ᄀ-ᇿ⺀-鿿ꀀ-꓏가-힣豈-﫿︰-﹏＀-￯\p{Extended_Pictographic}]/u
const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** About how wide words in Inter are, in pixels: there is no screen to measure them on. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0
  for (const character of text) hundredths += advanceOf(character)
  return (hundredths / 100) * size
}

function advanceOf(character: string): number {
  const known = advances[(character.codePointAt(0) ?? 0) - 32]
  if (known !== undefined) return known
  return unseen.test(character) ? 0 : wide.test(character) ? 104 : other
}

/** The words as they are, or as many characters of them as fit, with an ellipsis. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  let kept = ''
  for (const { segment } of segments.segment(text)) {
    if (textWidth(`${kept}${segment}…`, size) > room) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
