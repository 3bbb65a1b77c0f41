import { pointsDataset } from './points'

const NOISE = 0.025
const TURNS = 1.5

/** Two arms that wind around each other; the second is the first turned by half. */
export const spiral = pointsDataset({
  id: 'spiral',
  label: 'Two spirals',
  summary: '1,000 points on two arms that wind around each other: on which one is it?',
  classes: ['first arm', 'second arm'],
  sha256: '804234420574daaba3f98b02f8dd386b4fdfcf1bfaaa6fd24977de1527445307',
  place: (label, { u, dx, dy }) => {
    const along = 0.08 + 0.92 * u
    const angle = 2 * Math.PI * TURNS * along + label * Math.PI
    return [along * Math.cos(angle) + NOISE * dx, along * Math.sin(angle) + NOISE * dy]
  }
})
