import { pointsDataset } from './points'

const NOISE = 0.04
const GAP = 0.08

/** Four squares like those of a chessboard, with a gap between. */
export const xor = pointsDataset({
  id: 'xor',
  label: 'XOR',
  summary: '1,000 points in four squares: do x and y have the same sign? Neither of them tells by itself.',
  classes: ['same signs', 'different signs'],
  sha256: 'd484585b6d488b8c1c55138ab33c83fd80a54b4b2c6cd26536f039e1feaf05c4',
  place: (label, { u, v, dx, dy }) => {
    const away = (share: number): number => GAP + (1 - GAP) * share
    const side = u < 0.5 ? -1 : 1
    const x = side * away(u < 0.5 ? u * 2 : u * 2 - 1)
    const y = side * (label === 0 ? 1 : -1) * away(v)
    return [x + NOISE * dx, y + NOISE * dy]
  }
})
