const colours = ['train', 'val', '3', '4', '5', '6'] as const

/** The colour of a run by its place in the plots. */
export function runColour(place: number): string | undefined {
  const colour = colours[place]
  return colour === undefined ? undefined : `var(--series-${colour})`
}
