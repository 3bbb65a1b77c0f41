import type { BlockPlace } from '../../shared/codegen/origin'
import type { PrintedModule } from '../../shared/codegen/python/print'
import { linesOfBlocks } from '../code/printed'

/** The lines of a program that come from a block, without their common indent; `…` where others lie between. */
export function codeExcerpt(module: PrintedModule, { network, block }: BlockPlace): string {
  const numbers = [...linesOfBlocks(module, network, new Set([block]))].toSorted((a, b) => a - b)
  const all = module.text.split('\n')
  const rows = numbers.map(number => all[number - 1] ?? '')
  const indents = rows.filter(row => row.trim() !== '').map(row => row.search(/\S/))
  const indent = Math.min(...indents)
  return rows
    .flatMap((row, i) => {
      const isApart = i > 0 && numbers[i] !== (numbers[i - 1] ?? 0) + 1
      return [...(isApart ? ['…'] : []), row.slice(indent)]
    })
    .join('\n')
}
