import { pointsDataset } from './points'

const SPREAD = 0.24
const centres = [
  [-0.55, -0.4],
  [0.55, -0.4],
  [0, 0.55]
] as const

/** Three clouds that touch: even the best network gets a few wrong. */
export const gaussians = pointsDataset({
  id: 'gaussians',
  label: 'Three clouds',
  summary: '1,000 points around three centres: from which cloud is it? They overlap a little.',
  classes: ['left', 'right', 'top'],
  sha256: '1aae0d275179b402811c5884a996a2b295cc41f3fcd81c5ac9d40f13c9275550',
  place: (label, { dx, dy }) => {
    const [x, y] = centres[label] ?? [0, 0]
    return [x + SPREAD * dx, y + SPREAD * dy]
  }
})
