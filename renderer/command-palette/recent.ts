import { host } from '../host/current'

const key = 'recent-commands'
const most = 6

/** What was chosen last, by id, the latest first. */
export function recentEntries(): readonly string[] {
  return (host.readSetting(key) ?? '').split('\n').filter(id => id !== '')
}

export function noteRecent(id: string): void {
  const others = recentEntries().filter(other => other !== id)
  host.writeSetting(key, [id, ...others].slice(0, most).join('\n'))
}
