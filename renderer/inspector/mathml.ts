import temml from 'temml'

/** LaTeX of our own as MathML; `spoken` is what screen readers say. Throws where the LaTeX is wrong. */
export function mathml(tex: string, spoken?: string): string {
  const markup = temml.renderToString(tex, { throwOnError: true, displayMode: spoken !== undefined })
  return spoken === undefined ? markup : markup.replace('<math', `<math aria-label="${spoken}"`)
}
