import { counted, type Weight } from '../../shared/blocks/weights'
import { countText } from '../../shared/strings/format'

/** How the number of weights comes about, a part for each weight: `784 × 512 weights`, `+ 512 biases`, `= 401,920`. */
export function parameterSum(weights: readonly Weight[]): readonly string[] {
  const parts = weights.map(({ name, shape }, i) => {
    const size = shape.map(countText).join(' × ')
    const text = `${size} ${plain(
      name,
      shape.every(length => length === 1)
    )}`
    return i === 0 ? text : `+ ${text}`
  })
  return [...parts, `= ${countText(counted(weights))}`]
}

/** What the frameworks call a kernel is, to everybody else, weights. */
const WORDS: Readonly<Record<string, string>> = {
  kernel: 'weight',
  gamma: 'scale',
  beta: 'shift',
  embeddings: 'number'
}

function plain(name: string, single: boolean): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .split(' ')
    .map(word => WORDS[word] ?? word)
    .join(' ')
  if (single) return words
  if (words.endsWith('bias')) return `${words}es`
  return words.endsWith('variance') || !words.endsWith('s') ? `${words}s` : words
}
