/** `nativeTheme`: the theme that the app wants, and the one of the system, which a test can change. */
import { Emitter, strictClass } from '../strict.mjs'

/** @typedef {'system' | 'light' | 'dark'} Source */

class NativeTheme extends Emitter {
  /** @override */
  static known = ['updated']
  /** @type {Source} */
  #source = 'system'
  #isSystemDark = false
  shouldUseHighContrastColors = false
  shouldUseInvertedColorScheme = false
  inForcedColorsMode = false
  prefersReducedTransparency = false

  /** @internal Told of the scheme that pages are to have. @type {Set<() => void>} */
  watchers = new Set()

  get themeSource() {
    return this.#source
  }

  set themeSource(source) {
    this.#source = source
    this.#update()
  }

  get shouldUseDarkColors() {
    return this.scheme === 'dark'
  }

  get shouldUseDarkColorsForSystemIntegratedUI() {
    return this.#isSystemDark
  }

  /** @internal */
  get scheme() {
    if (this.#source !== 'system') return this.#source
    return this.#isSystemDark ? 'dark' : 'light'
  }

  /** @internal Whether pages are as Chromium has them by itself. */
  get isPlain() {
    return this.#source === 'system' && !this.#isSystemDark
  }

  /** @internal @param {boolean} isDark */
  setSystemDark(isDark) {
    this.#isSystemDark = isDark
    this.#update()
  }

  #update() {
    for (const watch of this.watchers) watch()
    this.emit('updated')
  }
}

strictClass('nativeTheme', NativeTheme)
export const nativeTheme = new NativeTheme()
