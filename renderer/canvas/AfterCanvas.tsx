import { startTransition, useEffect, useState, type ReactNode } from 'react'
import { create } from 'zustand'

/** Whether a canvas has been seen in this window, if only once. */
const useSeen = create<{ readonly seen: boolean }>(() => ({ seen: false }))

/** Milliseconds after which what waits for a canvas comes without one: a window that nobody sees draws none. */
const patience = 1000

/** To be told when the blocks of a canvas are drawn. */
export function canvasSeen(): void {
  if (!useSeen.getState().seen) useSeen.setState({ seen: true })
}

/**
 * What stands beside the canvas and takes long to make: when a window begins with a document, its blocks are shown
 * first. Later it comes at once.
 */
export function AfterCanvas({ children }: { readonly children: ReactNode }) {
  const seen = useSeen(s => s.seen)
  const [due, setDue] = useState(seen)
  useEffect(() => {
    if (due) return
    const come = (): void => startTransition(() => setDue(true))
    if (seen) {
      come()
      return
    }
    const timer = setTimeout(come, patience)
    return () => clearTimeout(timer)
  }, [seen, due])
  return due && children
}
