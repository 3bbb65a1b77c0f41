/** In the pixels that the system counts windows in. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace {
  /** Where it lies while it is neither maximised nor full screen. */
  readonly bounds: Bounds
  readonly mode: 'normal' | 'maximised' | 'full-screen'
}

/** What a screen has for windows, without bars of the system. The first one is the main screen. */
export type Screen = Bounds

export const smallest = { width: 480, height: 360 } as const
const usual = { width: 1440, height: 900 } as const
/** A window can be moved by this much of its title bar. */
export const grip = { width: 160, height: 32 } as const
const cascade = 32

/**
 * Where a new window goes: where it was, if that can be reached on the screens that there are now; else near to that;
 * a step aside from the windows that are open (`others`, the one used last first).
 */
export function placeFor(
  screens: readonly Screen[],
  remembered: WindowPlace | null,
  others: readonly Bounds[]
): WindowPlace {
  const [main] = screens
  if (main === undefined) return remembered ?? { bounds: { x: 0, y: 0, ...usual }, mode: 'normal' }
  const [last] = others
  if (last !== undefined) return { bounds: besideOthers(screens, main, last, others), mode: 'normal' }
  if (remembered === null) return { bounds: centred(main), mode: 'normal' }
  return { bounds: bringBack(screens, main, remembered.bounds), mode: remembered.mode }
}

function besideOthers(
  screens: readonly Screen[],
  main: Screen,
  last: Bounds,
  others: readonly Bounds[]
): Bounds {
  const first = bringBack(screens, main, last)
  return aside(screenOf(screens, main, first), first, others)
}

/** Whether enough of the title bar lies on one of the screens. */
export function canBeReached(screens: readonly Screen[], bounds: Bounds): boolean {
  const width = Math.min(grip.width, bounds.width)
  return screens.some(
    screen =>
      bounds.y >= screen.y &&
      bounds.y + grip.height <= screen.y + screen.height &&
      overlap(bounds.x, bounds.width, screen.x, screen.width) >= Math.min(width, screen.width)
  )
}

/** Not larger than its screen, and within it, unless it lay half outside of it and could be reached there. */
function bringBack(screens: readonly Screen[], main: Screen, bounds: Bounds): Bounds {
  const screen = screenOf(screens, main, bounds)
  const width = Math.min(screen.width, Math.max(smallest.width, bounds.width))
  const height = Math.min(screen.height, Math.max(smallest.height, bounds.height))
  const sized = { x: bounds.x, y: bounds.y, width, height }
  const fits = width >= bounds.width && height >= bounds.height
  return fits && canBeReached(screens, sized) ? sized : within(screen, sized)
}

/** That on which most of it lies; the main one where it lies on none. */
function screenOf(screens: readonly Screen[], main: Screen, bounds: Bounds): Screen {
  const shared = (screen: Screen) =>
    overlap(bounds.x, bounds.width, screen.x, screen.width) *
    overlap(bounds.y, bounds.height, screen.y, screen.height)
  return screens.reduce((best, screen) => (shared(screen) > shared(best) ? screen : best), main)
}

function within(screen: Screen, { x, y, width, height }: Bounds): Bounds {
  return {
    x: clamp(x, screen.x, screen.x + screen.width - width),
    y: clamp(y, screen.y, screen.y + screen.height - height),
    width,
    height
  }
}

/** Down and to the right from one window to the next; where the screen ends, again from its top. */
function aside(screen: Screen, first: Bounds, others: readonly Bounds[]): Bounds {
  const isTaken = ({ x, y }: Bounds) => others.some(other => other.x === x && other.y === y)
  let place = first
  let columns = 0
  // Where there are more windows than places for them, one lies on another.
  for (let step = 0; step <= others.length && isTaken(place); step += 1) {
    const next = { ...place, x: place.x + cascade, y: place.y + cascade }
    const column = { ...place, x: screen.x + cascade * columns, y: screen.y }
    if (!isWithin(screen, next)) columns += 1
    place = isWithin(screen, next) ? next : within(screen, column)
  }
  return place
}

function isWithin(screen: Screen, bounds: Bounds): boolean {
  const { x, y } = within(screen, bounds)
  return x === bounds.x && y === bounds.y
}

function centred(screen: Screen): Bounds {
  const width = Math.min(usual.width, screen.width)
  const height = Math.min(usual.height, screen.height)
  return {
    x: screen.x + Math.round((screen.width - width) / 2),
    y: screen.y + Math.round((screen.height - height) / 2),
    width,
    height
  }
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart))
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
