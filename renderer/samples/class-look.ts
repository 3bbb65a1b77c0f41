/** In the order of the series; then the same colours with other shapes. */
const colours = ['train', 'val', '3', '4', '5', '6'] as const

const shapes = [
  'M0-4.2A4.2 4.2 0 1 1 0 4.2A4.2 4.2 0 1 1 0-4.2Z',
  'M0-5L4.8 3.8H-4.8Z',
  'M-3.9-3.9H3.9V3.9H-3.9Z',
  'M0-5.4L5.4 0L0 5.4L-5.4 0Z',
  'M-1.6-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6Z',
  'M0 5L4.8-3.8H-4.8Z'
] as const

/** The token of a class's colour. */
export function classToken(place: number): `--series-${string}` {
  return `--series-${colours[place % colours.length] ?? 'train'}`
}

/** The outline of a class's mark, about 10 pixels wide around 0: who sees no colours knows it by its shape. */
export function classShape(place: number): string {
  return shapes[(place + Math.floor(place / colours.length)) % shapes.length] ?? shapes[0]
}
