import { rangeHas } from './unicode-range'

/**
 * The page's own fonts as `@font-face` rules with their bytes inside, as far as the text needs them: an SVG that is
 * drawn as an image can reach nothing outside of itself. A font that can't be read is left to what the system has.
 */
export async function pageFonts(text: string): Promise<string> {
  const rules = [...window.document.styleSheets]
    .flatMap(sheet => [...sheet.cssRules])
    .filter(rule => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => rangeHas(style.getPropertyValue('unicode-range'), text))
  return (await Promise.all(rules.map(embedded))).join('')
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const url = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1]
  if (url === undefined) return ''
  try {
    const base = parentStyleSheet?.href ?? window.document.baseURI
    const font = await (await fetch(new URL(url, base))).blob()
    const family = style.getPropertyValue('font-family')
    const weight = style.getPropertyValue('font-weight')
    return `@font-face{font-family:${family};font-weight:${weight};src:url(${await dataUrl(font)})}`
  } catch {
    return ''
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => failed(reader.error ?? new Error('the font could not be read'))
    reader.readAsDataURL(blob)
  })
}
