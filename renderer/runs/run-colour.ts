const colours = ['train', 'val', '3', '4', '5', '6'] as const

/** The token of a run's colour by its place in the plots. */
export function runColourToken(place: number): string | undefined {
  const colour = colours[place]
  return colour === undefined ? undefined : `--series-${colour}`
}

export function runColour(place: number): string | undefined {
  const token = runColourToken(place)
  return token === undefined ? undefined : `var(${token})`
}
