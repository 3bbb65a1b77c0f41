import { create } from 'zustand'
import { host } from '../host/current'

interface PlotSettings {
  readonly log: boolean
  /** 0: as it is, to 0.99: hardly moved by anything. */
  readonly smoothing: number
}

const key = 'plot'

/** How plots are looked at; remembered from one window to the next. */
export const usePlotSettings = create<PlotSettings>()(() => settingsOf(host.readSetting(key)))

usePlotSettings.subscribe(settings => host.writeSetting(key, JSON.stringify(settings)))

/** What a stored setting says; what can't be read is as at first. */
export function settingsOf(stored: string | null): PlotSettings {
  let found: unknown = null
  try {
    found = JSON.parse(stored ?? 'null')
  } catch {
    // Something else has written there.
  }
  const { log, smoothing } = (typeof found === 'object' && found !== null ? found : {}) as Record<
    string,
    unknown
  >
  const inRange = typeof smoothing === 'number' && smoothing >= 0 && smoothing <= 0.99
  return { log: log === true, smoothing: inRange ? smoothing : 0 }
}
