import { useMemo } from 'react'
import type { Spot } from './canvas-state'

/** A spot of the window, for a menu or a list to stand beside. */
export function useAnchor({ x, y }: Spot) {
  return useMemo(
    () => ({ getBoundingClientRect: () => DOMRect.fromRect({ x, y, width: 0, height: 0 }) }),
    [x, y]
  )
}
