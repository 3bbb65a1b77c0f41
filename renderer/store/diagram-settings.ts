import { create } from 'zustand'
import { host } from '../host/current'

export const DIAGRAM_THEMES = ['window', 'light', 'dark'] as const
export const DIAGRAM_SCALES = [1, 2, 3, 4] as const

export interface DiagramSettings {
  /** `window`: as the window is at the time. */
  readonly theme: (typeof DIAGRAM_THEMES)[number]
  readonly transparent: boolean
  /** Pixels of a PNG for each pixel of the canvas at 100 %. */
  readonly scale: (typeof DIAGRAM_SCALES)[number]
}

const key = 'diagram'

/** How the network is drawn as a picture; remembered from one window to the next. */
export const useDiagramSettings = create<DiagramSettings>()(() => diagramSettingsOf(host.readSetting(key)))

useDiagramSettings.subscribe(settings => host.writeSetting(key, JSON.stringify(settings)))

/** What a stored setting says; what can't be read is as at first. */
export function diagramSettingsOf(stored: string | null): DiagramSettings {
  let found: unknown = null
  try {
    found = JSON.parse(stored ?? 'null')
  } catch {
    // Something else has written there.
  }
  const read = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>
  return {
    theme: DIAGRAM_THEMES.find(theme => theme === read['theme']) ?? 'window',
    transparent: read['transparent'] === true,
    scale: DIAGRAM_SCALES.find(scale => scale === read['scale']) ?? 2
  }
}
