import type { FileTrouble } from '../../shared/files/trouble'
import type { Result } from '../../shared/result'
import { isSettingKey, SETTINGS } from '../../shared/settings/settings'
import { strings } from '../../shared/strings/strings'
import type { Disks } from './disks'
import { isRecord } from './own-content'
import { openOwnFile, type Found } from './own-file'

/** Settings and memories of the windows, by key. */
export type SettingValues = Readonly<Record<string, string>>

export interface SettingsFile {
  /** All that were chosen; what is not here is at its default. */
  values(): SettingValues
  /** Says once, in words for the person, that the file was not as it should be, and what was done. */
  takeNote(): string | null
  /** `false`: there is no such setting, or it has no such value. */
  write(key: string, value: string): boolean
  flush(): Promise<Result<null, FileTrouble>>
}

export interface SettingsOptions {
  readonly disks: Disks
  readonly path: string
  readonly onTrouble: (trouble: FileTrouble) => void
}

const mostCharacters = 100_000
const mostBytes = 16 * 1024 ** 2

/** Read at once, since some settings count before the app is ready: whether there is a graphics card to use. */
export function openSettings({ disks, path, onTrouble }: SettingsOptions): SettingsFile {
  const file = openOwnFile({
    disks,
    path,
    version: 1,
    mostBytes,
    content: () => ({ values }),
    onTrouble
  })
  const stored = storedValues(file.found)
  let values = stored.values
  let note = noteOn(file.found, stored.invalid)

  return {
    values: () => values,
    takeNote: () => {
      const told = note
      note = null
      return told
    },
    write: (key, value) => {
      if (!isValid(key, value)) return false
      if (values[key] === value) return true
      values = { ...values, [key]: value }
      file.changed()
      return true
    },
    flush: () => file.flush()
  }
}

function storedValues(found: Found): { values: SettingValues; invalid: readonly string[] } {
  const stored = 'content' in found ? found.content['values'] : undefined
  const entries = isRecord(stored) ? Object.entries(stored) : []
  // A key that is not known may be of another version of the app: it is left out in silence.
  const known = entries.filter(([key]) => isSettingKey(key))
  return {
    values: Object.fromEntries(
      known.flatMap(([key, value]) => (isValid(key, value) ? [[key, value] as const] : []))
    ),
    invalid: known.filter(([key, value]) => !isValid(key, value)).map(([key]) => key)
  }
}

function isValid(key: string, value: unknown): value is string {
  if (!isSettingKey(key) || typeof value !== 'string' || value.length > mostCharacters) return false
  const choices: Readonly<Record<string, { readonly values: readonly string[] }>> = SETTINGS
  return !Object.hasOwn(choices, key) || choices[key]?.values.includes(value) === true
}

function noteOn(found: Found, invalid: readonly string[]): string | null {
  const words = strings.ownFiles
  switch (found.kind) {
    case 'damaged':
      return words.damagedSettings(found.keptAs)
    case 'newer':
      return words.newerSettings(found.keptAs)
    case 'known':
      return invalid.length === 0 ? null : words.invalidSettings(invalid)
    case 'nothing':
      return null
  }
}
