import { create } from 'zustand'
import { settingOf, SETTINGS, type SettingId, type SettingValue } from '../../shared/settings/settings'
import { host } from '../host/current'

export type Settings = { readonly [Id in SettingId]: SettingValue<Id> }

export const SETTING_IDS = Object.keys(SETTINGS) as readonly SettingId[]

/** What each setting is as long as nobody has chosen. */
export const defaultSettings: Settings = settingsFrom(() => null)

/** All settings; what is changed here is kept by the host, and every other window follows. */
export const useSettings = create<Settings>()(() => settingsFrom(key => host.readSetting(key)))

export function changeSettings(changed: Partial<Settings>): void {
  for (const id of SETTING_IDS) {
    const value = changed[id]
    if (value !== undefined && value !== useSettings.getState()[id]) host.writeSetting(id, value)
  }
  useSettings.setState(changed)
}

/** Another window has chosen; `null`: what was chosen is forgotten. Keys that are no settings are left alone. */
export function settingChanged(key: string, value: string | null): void {
  const id = SETTING_IDS.find(known => known === key)
  if (id !== undefined) useSettings.setState({ [id]: settingOf(id, value) })
}

/** What was stored says; a value that can't be is as if it had never been chosen, and harms no other. */
export function settingsFrom(read: (key: SettingId) => string | null): Settings {
  const value = <Id extends SettingId>(id: Id): SettingValue<Id> => settingOf(id, read(id))
  return {
    theme: value('theme'),
    units: value('units'),
    autosave: value('autosave'),
    backend: value('backend'),
    graphics: value('graphics'),
    checkForUpdates: value('checkForUpdates')
  }
}
