import { settingOf, SETTINGS, type SettingId } from '../settings/settings'
import { strings } from '../strings/strings'

/** What a report of a fault should say, a line each. */
export type Facts = readonly (readonly [name: string, value: string])[]

/** As it is pasted into a report; what may hold anything of the person must be redacted before. */
export function detailsText(facts: Facts, parts: Readonly<Record<string, string>> = {}): string {
  const lines = facts.map(([name, value]) => `${name}: ${value}`)
  const blocks = Object.entries(parts)
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `\n${title}:\n${text}`)
  return [...lines, ...blocks].join('\n')
}

/** All settings, which are choices of a few: nothing that was typed. */
export function settingsFact(read: (key: SettingId) => string | null | undefined): Facts[number] {
  const ids = Object.keys(SETTINGS) as readonly SettingId[]
  return [strings.about.details.settings, ids.map(id => `${id} ${settingOf(id, read(id))}`).join(', ')]
}
