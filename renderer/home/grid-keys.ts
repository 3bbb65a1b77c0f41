import type { KeyboardEvent } from 'react'

/** Where an item lies on the screen. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The item that an arrow key leads to from another one: along the row, or to what lies nearest above or below. */
export function neighbour(places: readonly Place[], from: number, key: string): number | null {
  switch (key) {
    case 'Home':
      return 0
    case 'End':
      return places.length - 1
    case 'ArrowLeft':
      return from > 0 ? from - 1 : null
    case 'ArrowRight':
      return from < places.length - 1 ? from + 1 : null
    case 'ArrowUp':
    case 'ArrowDown':
      return nearest(places, from, key === 'ArrowUp' ? -1 : 1)
    default:
      return null
  }
}

function nearest(places: readonly Place[], from: number, direction: 1 | -1): number | null {
  const here = places[from]
  if (!here) return null
  const middle = ({ left, width }: Place): number => left + width / 2
  const distance = (place: Place): number =>
    (place.top - here.top) * direction * 1000 + Math.abs(middle(place) - middle(here))
  const beyond = places
    .map((place, i) => ({ i, place }))
    .filter(({ place }) =>
      direction > 0 ? place.top >= here.top + here.height : place.top + place.height <= here.top
    )
    .toSorted((a, b) => distance(a.place) - distance(b.place))
  return beyond[0]?.i ?? null
}

/** Lets the arrow keys move between the items of a list; each has a button, its first. Tab reaches them as well. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.children]
  const from = items.findIndex(item => item.contains(event.target as Node))
  const at = neighbour(
    items.map(item => item.getBoundingClientRect()),
    from,
    event.key
  )
  if (from < 0 || at === null) return
  items[at]?.querySelector('button')?.focus()
  event.preventDefault()
}
