import { useLayoutEffect, useState, type RefObject } from 'react'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'

/** Below the toolbar, in pixels. */
const usual = 56

/** Between the box and the end of the canvas. */
const gap = 12

/** What must stay in sight: the words of problems, with their way out. */
const precious = '[data-callout]'

/** How far from the top of the window a box covers nothing that matters: below the toolbar, or above the dock. */
export function useFreeTop(box: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(usual)
  useLayoutEffect(() => {
    const look = (): void => {
      if (box.current) setTop(freeTop(box.current.getBoundingClientRect()))
    }
    // The words of a problem come a moment after the change that makes it.
    const later = (): void => void requestAnimationFrame(() => requestAnimationFrame(look))
    look()
    later()
    const ends = [useDocument.subscribe(later), useSession.subscribe(later)]
    return () => ends.forEach(end => end())
  }, [box])
  return top
}

function freeTop({ left, right, height }: DOMRect): number {
  const covers = [...document.querySelectorAll(precious)].some(element => {
    const other = element.getBoundingClientRect()
    return other.left < right && other.right > left && other.top < usual + height && other.bottom > usual
  })
  const end = document.getElementById('canvas')?.getBoundingClientRect().bottom
  return covers && end !== undefined ? Math.max(usual, end - height - gap) : usual
}
