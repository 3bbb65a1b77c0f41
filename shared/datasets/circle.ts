import { pointsDataset } from './points'

const NOISE = 0.05

/** A disc, and a ring around it with a gap between. */
export const circle = pointsDataset({
  id: 'circle',
  label: 'Circle',
  summary: '1,000 points in the plane: inside the ring, or on it? No straight line parts them.',
  classes: ['inside', 'ring'],
  sha256: '30d7460b2de3c450d253b031daed7a6a18c34d52668e49fbc245dd2343572d04',
  place: (label, { u, v, dx, dy }) => {
    // The square root spreads points evenly over an area.
    const radius = label === 0 ? 0.5 * Math.sqrt(u) : 0.7 + 0.3 * u
    const angle = 2 * Math.PI * v
    return [radius * Math.cos(angle) + NOISE * dx, radius * Math.sin(angle) + NOISE * dy]
  }
})
