import type { Judgement } from '../../shared/training/protocol'

export interface Matrix {
  /** How many of each true class (row) were taken for each class (column). */
  readonly counts: readonly (readonly number[])[]
  /** Of those taken for a class, the share that is it; NaN where nothing was. */
  readonly precision: readonly number[]
  /** Of a class, the share that was recognised; NaN where there is none. */
  readonly recall: readonly number[]
  readonly right: number
  readonly total: number
}

export function matrixOf({ truth, guess, classes }: Pick<Judgement, 'truth' | 'guess' | 'classes'>): Matrix {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  truth.forEach((row, i) => {
    const line = counts[row]
    const column = guess[i] ?? -1
    if (line?.[column] !== undefined) line[column] = (line[column] ?? 0) + 1
  })
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
  const diagonal = counts.map((line, i) => line[i] ?? 0)
  return {
    counts,
    precision: diagonal.map((hits, i) => hits / sum(counts.map(line => line[i] ?? 0))),
    recall: diagonal.map((hits, i) => hits / sum(counts[i] ?? [])),
    right: sum(diagonal),
    total: sum(counts.map(sum))
  }
}

/** Which samples a gallery shows. */
export interface Filter {
  readonly shown: 'all' | 'wrong' | 'right'
  /** A cell of the matrix: those of one class that were taken for another one. */
  readonly cell: readonly [truth: number, guess: number] | null
}

/** The places of the samples that a filter lets through: the surest mistakes first, then what is right as it comes. */
export function filtered(judgement: Judgement, { shown, cell }: Filter): readonly number[] {
  const { truth, guess, scores, classes } = judgement
  const isWrong = (i: number): boolean => truth[i] !== guess[i]
  const surety = (i: number): number => scores[i * classes + (guess[i] ?? 0)] ?? 0
  return Array.from(truth.keys())
    .filter(i => (shown === 'all' ? true : isWrong(i) === (shown === 'wrong')))
    .filter(i => cell === null || (truth[i] === cell[0] && guess[i] === cell[1]))
    .toSorted(
      (a, b) => Number(isWrong(b)) - Number(isWrong(a)) || (isWrong(a) ? surety(b) - surety(a) : a - b)
    )
}

/** The places of the largest values first. */
export function mostProbable(shares: ArrayLike<number>): readonly number[] {
  return Array.from(shares, (_, place) => place).toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
}
