import type { KeyboardEvent } from 'react'

/** Where an item lies on the screen. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What a key up or down leads to: what lies nearest there, or only what stands in the same column. */
export type Upright = 'nearest' | 'column'

/** Lets arrow keys, Home and End move the focus among the items of an element; each is a button, or has one first. */
export function gridKeys(items: string, upright: Upright = 'nearest') {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(items)]
    const from = all.findIndex(item => item.contains(event.target as Node))
    const at = neighbour(
      all.map(item => item.getBoundingClientRect()),
      from,
      event.key,
      upright
    )
    const next = from < 0 || at === null ? undefined : all[at]
    if (!next) return
    const button = next.matches('button') ? next : next.querySelector('button')
    button?.focus()
    event.preventDefault()
  }
}

/** The item that a key leads to from another one, row by row; `null` where there is none, and for other keys. */
export function neighbour(
  places: readonly Place[],
  from: number,
  key: string,
  upright: Upright = 'nearest'
): number | null {
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
      return nextRow(places, from, key === 'ArrowUp' ? -1 : 1, upright)
    default:
      return null
  }
}

/** Rows of fractions of a pixel may overlap by a hair. */
const hair = 0.5

function nextRow(places: readonly Place[], from: number, direction: 1 | -1, upright: Upright): number | null {
  const here = places[from]
  if (!here) return null
  const middle = ({ left, width }: Place): number => left + width / 2
  const aside = (place: Place): number => Math.abs(middle(place) - middle(here))
  const distance = (place: Place): number => (place.top - here.top) * direction * 1000 + aside(place)
  const beyond = places
    .map((place, i) => ({ i, place }))
    .filter(({ place }) =>
      direction > 0 ? place.top >= here.top + here.height - hair : place.top + place.height <= here.top + hair
    )
    .filter(({ place }) => upright === 'nearest' || aside(place) < here.width / 2)
    .toSorted((a, b) => distance(a.place) - distance(b.place))
  return beyond[0]?.i ?? null
}
