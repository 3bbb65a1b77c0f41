import type { SettingId } from '../../shared/settings/settings'
import type { strings } from '../../shared/strings/strings'
import type { Host } from '../host/host'

type Words = typeof strings.settings

interface Row {
  /** Where it is shown; everywhere unless told. */
  readonly applies?: (host: Host) => boolean
}

/** A choice. Its words stand under its id in `strings.settings.fields`. */
interface SettingRow extends Row {
  readonly kind: 'setting'
  readonly id: SettingId
  readonly look: 'tiles' | 'segments' | 'select' | 'switch'
  readonly button?: 'restart' | 'checkNow'
}

/** Something that a person would look for here, and that is no choice. */
interface FactRow extends Row {
  readonly kind: 'fact'
  readonly id: keyof Words['facts']
}

export type SettingsRow = SettingRow | FactRow

export interface SettingsSection {
  readonly id: keyof Words['sections']
  readonly rows: readonly SettingsRow[]
}

const onDesktop = ({ kind }: Host): boolean => kind === 'desktop'
const onWeb = ({ kind }: Host): boolean => kind === 'web'
/** A browser that only downloads can't write to the same file again. */
const writesAgain = ({ kind, reopen }: Host): boolean => kind === 'desktop' || reopen !== undefined

/** All that the settings dialog shows, in its order. A new setting is a record here and its words. */
export const SECTIONS: readonly SettingsSection[] = [
  {
    id: 'appearance',
    rows: [
      { kind: 'setting', id: 'theme', look: 'tiles' },
      { kind: 'setting', id: 'units', look: 'segments' }
    ]
  },
  {
    id: 'files',
    rows: [
      { kind: 'setting', id: 'autosave', look: 'switch', applies: writesAgain },
      { kind: 'fact', id: 'recovery' }
    ]
  },
  {
    id: 'training',
    rows: [
      { kind: 'setting', id: 'backend', look: 'select' },
      { kind: 'setting', id: 'graphics', look: 'select', button: 'restart', applies: onDesktop }
    ]
  },
  { id: 'privacy', rows: [{ kind: 'fact', id: 'telemetry' }] },
  {
    id: 'updates',
    rows: [{ kind: 'setting', id: 'checkForUpdates', look: 'switch', button: 'checkNow', applies: onDesktop }]
  },
  { id: 'edition', rows: [{ kind: 'fact', id: 'web', applies: onWeb }] }
]

/** What there is on this host; sections without a row are left out. */
export function sectionsFor(host: Host): readonly SettingsSection[] {
  return SECTIONS.map(({ id, rows }) => ({
    id,
    rows: rows.filter(({ applies }) => applies?.(host) ?? true)
  })).filter(({ rows }) => rows.length > 0)
}

export function settingIdsIn(sections: readonly SettingsSection[]): readonly SettingId[] {
  return sections.flatMap(({ rows }) => rows.flatMap(row => (row.kind === 'setting' ? [row.id] : [])))
}
