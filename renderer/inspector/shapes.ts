import type { Dim } from '../../shared/blocks/tensor-type'
import { strings } from '../../shared/strings/strings'

/** `28 × 28 × 1`; an open length is `open`. */
export function writeShape(shape: readonly Dim[]): string {
  return shape.map(dim => dim ?? strings.inspector.open).join(' × ')
}

/** The sizes in a text, with ×, x, * or commas between them; `null` where it can't be read. */
export function readShape(text: string): readonly Dim[] | null {
  const parts = text
    .trim()
    .split(/\s*[×x*,]\s*|\s+/i)
    .filter(part => part !== '')
  const dims = parts.map(part => (isOpen(part) ? null : /^\d{1,9}$/.test(part) ? Number(part) : Number.NaN))
  return dims.some(dim => Number.isNaN(dim)) ? null : dims
}

function isOpen(part: string): boolean {
  return [strings.inspector.open, 'none', 'null', '?'].includes(part.toLowerCase())
}
