import type { Leaf } from './leaf'
import type { Line } from './line'
import { isDot } from './line'

/** The line with `x ** 2` as `x**2` where both operands are simple, or `null` when that changes nothing. */
export function hugPower(line: Line): Line | null {
  if (!line.leaves.some(isPower)) return null
  const leaves = line.leaves.map((leaf, i) => {
    const hugs = isHugged(line.leaves, i) || isHugged(line.leaves, i - 1)
    return hugs ? { ...leaf, prefix: '' } : leaf
  })
  return leaves.some((leaf, i) => leaf !== line.leaves[i]) ? { ...line, leaves } : null
}

function isPower(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'operator' && leaf.value === '**' && leaf.star === null
}

function isHugged(leaves: readonly Leaf[], i: number): boolean {
  if (i <= 0 || i >= leaves.length - 1 || !isPower(leaves[i])) return false
  return isSimpleBefore(leaves, i - 1) && leaves[i - 1]?.value !== 'lambda' && isSimpleAfter(leaves, i + 1)
}

/** A name, a number or a dotted name that ends here, without a call or an index in it. */
function isSimpleBefore(leaves: readonly Leaf[], end: number): boolean {
  if (!isOperand(leaves[end])) return false
  let bracket = false
  for (let i = end; i >= 0; i--) {
    const leaf = leaves[i]
    const later = i < end ? leaves[i + 1] : undefined
    if (leaf?.kind === 'close' && leaf.bracket !== '{') bracket = true
    if (later && !isChained(leaf, later)) return !bracket
  }
  return true
}

function isChained(leaf: Leaf | undefined, later: Leaf): boolean {
  if (later.kind === 'name') return isDot(leaf)
  if (later.bracket === '{') return false
  if (later.kind === 'close') return leaf?.kind === 'close' && leaf.bracket !== '{'
  if (later.kind === 'open') return leaf?.kind === 'name' || (leaf?.kind === 'open' && leaf.bracket !== '{')
  return false
}

function isSimpleAfter(leaves: readonly Leaf[], start: number): boolean {
  const first = leaves[start]
  const signed = first?.kind === 'operator' && /^[-+~]$/.test(first.value)
  const at = signed ? start + 1 : start
  if (!isOperand(leaves[at])) return false
  for (const leaf of leaves.slice(at)) {
    if (leaf.kind === 'open' && leaf.bracket !== '{') return false
    if (!(isDot(leaf) || (leaf.kind === 'name' && leaf.value !== 'for'))) return true
  }
  return true
}

function isOperand(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'name' || leaf?.kind === 'number'
}
