import { counted, type Weight } from '../../shared/blocks/weights'
import { countText } from '../../shared/strings/format'

/** How the number of weights comes about: `784 × 512 kernel + 512 bias = 401,920`. */
export function parameterSum(weights: readonly Weight[]): string {
  const parts = weights.map(({ name, shape }) => `${shape.map(countText).join(' × ')} ${plain(name)}`)
  return `${parts.join(' + ')} = ${countText(counted(weights))}`
}

function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}
