import type { BlockId, NetworkId } from '../document/schema'
import type { WhyId } from '../strings/en-why'
import type { Edit } from './edits/edit'

/** Where something is wrong; `param` alone names a setting of the training. */
export interface Place {
  readonly network?: NetworkId
  readonly block?: BlockId
  readonly port?: string
  readonly param?: string
}

/** A way out at one click: one undoable step. */
export interface Fix {
  readonly label: string
  readonly edits: readonly Edit[]
}

/** What is wrong, in words: what was received, what was expected. An error keeps the network from training. */
export interface Problem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly place: Place
  readonly message: string
  /** What would do, in a word or two, for the edge that brings something else. */
  readonly expected?: string
  readonly fix?: Fix
  /** What explains it, where its code says too little. */
  readonly why?: WhyId
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}
