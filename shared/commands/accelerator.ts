/** What of a keyboard event an accelerator looks at. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * Keys as menus write them: `Mod+Shift+Z`, `Delete`, `/`. `Mod` is Command on a Mac, Control elsewhere.
 * The last part is the key as `KeyboardEvent.key` has it.
 */
export type Accelerator = string

/** Whether a key press is the accelerator. Shift is not asked for by keys that need it, as `?` does. */
export function matches(accelerator: Accelerator, press: KeyPress, isMac: boolean): boolean {
  const { key, mod, shift, alt } = parts(accelerator)
  const pressedMod = isMac ? press.metaKey : press.ctrlKey
  const otherMod = isMac ? press.ctrlKey : press.metaKey
  if (otherMod || pressedMod !== mod || press.altKey !== alt) return false
  if (press.key.toLowerCase() !== key.toLowerCase()) return false
  return /^[^a-z]$/i.test(key) || press.shiftKey === shift
}

/** For people: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function acceleratorText(accelerator: Accelerator, isMac: boolean): string {
  const { key, mod, shift, alt } = parts(accelerator)
  const name = names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(part => part !== false).join('+')
}

const names: Readonly<Record<string, string>> = { Escape: 'Esc', Delete: 'Del', Backspace: '⌫' }

function parts(accelerator: Accelerator) {
  const all = accelerator.split('+')
  const has = (name: string): boolean => all.slice(0, -1).includes(name)
  return { key: all.at(-1) ?? '', mod: has('Mod'), shift: has('Shift'), alt: has('Alt') }
}
