/** Whether `typed` is how a word, or its beginning, comes out under quick fingers: one slip, two in a long word. */
export function isNear(typed: string, word: string): boolean {
  const slips = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2
  if (slips === 0) return false
  for (let length = typed.length - slips; length <= typed.length + slips; length++)
    if (length <= word.length && distance(typed, word.slice(0, length)) <= slips) return true
  return false
}

/** Letters that are missing, too many, wrong or swapped with their neighbour: optimal string alignment. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const [before = [], before2] = [rows[i - 1], rows[i - 2]]
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped =
        before2 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before2[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + change, swapped))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
