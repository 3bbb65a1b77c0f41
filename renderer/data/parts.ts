import { PARTS, type Part, type Split } from '../../shared/datasets/split'

type Labelled = Split & { readonly labels: Int32Array | null }

/** How many samples each class has in each part. */
export function classCounts(split: Labelled, classes: number): readonly Readonly<Record<Part, number>>[] {
  const counts = Array.from({ length: classes }, () => ({ train: 0, validation: 0, test: 0 }))
  for (const part of PARTS)
    for (const row of split[part]) {
      const count = counts[split.labels?.[row] ?? -1]
      if (count) count[part] += 1
    }
  return counts
}

/** The rows of a part, those of one class alone where one is named, in their order. */
export function rowsOf(split: Labelled, part: Part, label: number | null): Int32Array {
  return label === null ? split[part] : split[part].filter(row => split.labels?.[row] === label)
}
