/** A choice that a person makes once, for all windows. */
interface Choice {
  /** The first is taken where nothing, or nothing valid, was chosen. */
  readonly values: readonly [string, ...string[]]
}

/** Every setting of the settings dialog, with its values. */
export const SETTINGS = {
  theme: { values: ['system', 'light', 'dark'] },
  /** What sizes in memory are told in: 1 MB = 1,000,000 bytes, 1 MiB = 1,048,576. */
  units: { values: ['decimal', 'binary'] },
  /** Whether a document that has a file is written to it by itself. Work is kept for recovery either way. */
  autosave: { values: ['off', 'on'] },
  /** What trains. */
  backend: { values: ['auto', 'webgl', 'wasm', 'cpu'] },
  /** Desktop: which graphics card, where there are two. */
  graphics: { values: ['auto', 'high-performance', 'off'] },
  /** Desktop. */
  checkForUpdates: { values: ['on', 'off'] }
} as const satisfies Record<string, Choice>

export type SettingId = keyof typeof SETTINGS
export type SettingValue<Id extends SettingId> = (typeof SETTINGS)[Id]['values'][number]

/** The value that a setting has, given what was stored. */
export function settingOf<Id extends SettingId>(id: Id, stored: string | null | undefined): SettingValue<Id> {
  const values: readonly SettingValue<Id>[] = SETTINGS[id].values
  return values.find(value => value === stored) ?? SETTINGS[id].values[0]
}

/** What a window remembers by itself: sizes of panels, how the plots look. Opaque text. */
export const MEMORIES = [
  'layout',
  'hints',
  'thumbnails',
  'plot',
  'code',
  'diagram',
  'recent-commands'
] as const

export function isSettingKey(key: string): boolean {
  return Object.hasOwn(SETTINGS, key) || MEMORIES.some(memory => memory === key)
}
