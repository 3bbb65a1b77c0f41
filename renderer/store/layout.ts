import { create } from 'zustand'
import { host } from '../host/current'

/** The parts of the window around the canvas. */
export type PanelId = 'palette' | 'inspector' | 'dock'

interface PanelSize {
  /** Pixels: of the palette and the inspector the width, of the dock the height. */
  readonly size: number
  readonly open: boolean
}

export type Layout = Readonly<Record<PanelId, PanelSize>>

interface Bounds {
  readonly min: number
  readonly max: number
  readonly preset: number
}

export const bounds: Readonly<Record<PanelId, Bounds>> = {
  palette: { min: 168, max: 420, preset: 216 },
  inspector: { min: 240, max: 560, preset: 276 },
  dock: { min: 160, max: 900, preset: 270 }
}

/** Below this width a panel at the side lies over the canvas. */
const narrow = 900

/** Of a dock that is closed its tabs stay: the way back. */
const tabsHeight = 34

const key = 'layout'

/** How the window is divided; remembered from one window to the next. */
export const useLayout = create<Layout>()(() => layoutOf(host.readSetting(key), globalThis.innerWidth))

useLayout.subscribe(layout =>
  host.writeSetting(key, JSON.stringify(remembered(layout, host.readSetting(key), globalThis.innerWidth)))
)

/** From here on panels at the side close where the window becomes too narrow, and come back when it is not. */
export function followWidth(): () => void {
  const wide = matchMedia(`(min-width: ${narrow}px)`)
  const changed = (): void => useLayout.setState(layoutOf(host.readSetting(key), globalThis.innerWidth))
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

/** What outlasts the window: in a narrow one a panel at the side is closed for lack of room, not because it was asked. */
export function remembered(layout: Layout, stored: string | null, width: number): Layout {
  if (width >= narrow) return layout
  const { palette, inspector } = layoutOf(stored, narrow)
  return {
    ...layout,
    palette: { ...layout.palette, open: palette.open },
    inspector: { ...layout.inspector, open: inspector.open }
  }
}

/**
 * What a stored setting says; what can't be read is as at first. A window too narrow for three columns, as one at
 * twice its zoom is, begins with the canvas and the dock alone.
 */
export function layoutOf(stored: string | null, width: number): Layout {
  let found: unknown = null
  try {
    found = JSON.parse(stored ?? 'null')
  } catch {
    // Something else has written there.
  }
  const panels = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>
  const read = (id: PanelId): PanelSize => {
    const panel = panels[id]
    const { size, open } = (typeof panel === 'object' && panel !== null ? panel : {}) as Record<
      string,
      unknown
    >
    const fits = id === 'dock' || width >= narrow
    return {
      size: typeof size === 'number' && Number.isFinite(size) ? within(id, size) : bounds[id].preset,
      open: typeof open === 'boolean' ? open && fits : fits
    }
  }
  return { palette: read('palette'), inspector: read('inspector'), dock: read('dock') }
}

export function resizePanel(id: PanelId, size: number): void {
  useLayout.setState(layout => ({ [id]: { ...layout[id], size: within(id, Math.round(size)) } }))
}

export function setPanelOpen(id: PanelId, open: boolean): void {
  useLayout.setState(layout => {
    const changed = { ...layout, [id]: { ...layout[id], open } }
    const other: PanelId | undefined =
      id === 'palette' ? 'inspector' : id === 'inspector' ? 'palette' : undefined
    // Two panels over a narrow canvas would leave nothing of it.
    return open && other && globalThis.innerWidth < narrow
      ? { ...changed, [other]: { ...layout[other], open: false } }
      : changed
  })
}

export function togglePanel(id: PanelId): void {
  setPanelOpen(id, !useLayout.getState()[id].open)
}

/** The custom properties that the editor's grid is made of. */
export function gridOf(layout: Layout): Readonly<Record<`--${PanelId}`, string>> {
  const length = (id: PanelId, closed: number): string => `${layout[id].open ? layout[id].size : closed}px`
  return {
    '--palette': length('palette', 0),
    '--inspector': length('inspector', 0),
    '--dock': length('dock', tabsHeight)
  }
}

function within(id: PanelId, size: number): number {
  const { min, max } = bounds[id]
  return Math.min(max, Math.max(min, size))
}
