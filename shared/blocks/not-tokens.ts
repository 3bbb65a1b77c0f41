import type { Mistake } from './block'

/** What a block says that works on numbers and gets token ids. */
export function notTokens(label: string): Mistake {
  return {
    port: 'in',
    message: `${label} works on numbers, but gets token ids: put it behind the Embedding.`,
    why: 'token-ids',
    expected: 'numbers'
  }
}
