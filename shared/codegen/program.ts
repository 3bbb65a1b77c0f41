import type { NetworkWeights } from '../network/initialise'
import type { Result } from '../result'
import type { Body } from './python/statement'
import type { ModelSource } from './target'

/** Where a program is cut for readers who run it piece by piece. */
export type PartId =
  'setup' | 'data' | 'network' | 'learning' | 'weights' | 'training' | 'test' | 'answers' | 'saving'

export type Part = readonly [id: PartId, code: Body]

/** What a framework makes of a network: the same code, whole and in parts. */
export interface Program {
  /** All of `model.py`, which is told in the terminal what to do. */
  readonly statements: Body
  /** The code that does the same by itself, part by part, in the order in which it is run. */
  readonly parts: (given: { readonly hasWeights: boolean }) => readonly Part[]
  /** Our weights as the program loads them. */
  readonly weights: (weights: NetworkWeights) => Result<Uint8Array, string>
}

/** What an export has to know of a framework. */
export interface Framework {
  readonly label: string
  /** Lines of requirements.txt. */
  readonly requirements: readonly string[]
  readonly weightsFile: string
  readonly program: (source: ModelSource) => Program
}
