import type { ReactNode } from 'react'
import { create } from 'zustand'
import { host } from '../host/current'
import { whenIdle } from '../ui/when-idle'

/** Milliseconds after which what waits for a canvas comes without one: a window that nobody sees draws none. */
const patience = 1000

/** Milliseconds that the canvas has for itself once it is drawn: its first frames, and the first grip at it. */
const alone = 100

const useSeen = create<{ readonly seen: boolean }>(() => ({ seen: !host.desktop?.open }))

/** To be told when the blocks of a canvas are drawn. */
export function canvasSeen(): void {
  if (!useSeen.getState().seen) setTimeout(() => whenIdle(() => useSeen.setState({ seen: true })), alone)
}

setTimeout(canvasSeen, patience)

/** Does what can wait until the canvas is there, and at once where it is or where the window begins without one. */
export function afterCanvas(work: () => void): void {
  if (useSeen.getState().seen) return work()
  const end = useSeen.subscribe(({ seen }) => {
    if (!seen) return
    end()
    work()
  })
}

interface AfterCanvasProps {
  readonly children: ReactNode
  /** Stands in its place until then. */
  readonly before?: ReactNode
}

/**
 * What stands beside the canvas and takes long to make. Where a window begins with a document, its blocks are shown
 * first, and this a few frames later; otherwise, and from then on, it comes at once.
 */
export function AfterCanvas({ children, before = null }: AfterCanvasProps) {
  return useSeen(s => s.seen) ? children : before
}
