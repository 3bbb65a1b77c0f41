import css from '../ui/tokens.css?raw'

export type DiagramTheme = 'light' | 'dark'

/** The value of a token, by its name without hyphens in front: `g-core`, `ink-2`, `text-md`. */
export type Tokens = (name: string) => string

const darkBegins = "[data-theme='dark']"

/** The tokens of the window, read from their one place, for pictures that must do without a window. */
export function tokensOf(theme: DiagramTheme): Tokens {
  const light = declared(css.slice(0, css.indexOf(darkBegins)))
  const dark = declared(css.slice(css.indexOf(darkBegins)))
  return name => {
    const value = (theme === 'dark' ? dark.get(name) : undefined) ?? light.get(name)
    if (value === undefined) throw new Error(`no token ${name}`)
    return value
  }
}

/** The pixels of a token that is a length. */
export function pixels(value: string): number {
  return Number.parseFloat(value)
}

function declared(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value])
  )
}
