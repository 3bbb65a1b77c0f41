import type { Accelerator } from '../../shared/commands/accelerator'

const parts: Readonly<Record<string, string>> = { Mod: 'CommandOrControl', Escape: 'Esc' }

/** As Electron writes it: `CommandOrControl+Shift+Z`. */
export function toElectron(accelerator: Accelerator): string {
  return accelerator
    .split('+')
    .map(part => parts[part] ?? part)
    .join('+')
}
