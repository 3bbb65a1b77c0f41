import type { Framework, Program } from '../program'
import type { ModelSource } from '../target'

/** What a program is written down with. */
export interface Setting {
  readonly source: ModelSource
  readonly framework: Framework
  /** Whether trained weights lie beside it. */
  readonly hasWeights: boolean
}

/** A way in which a program is written down. */
export interface ProgramForm {
  readonly id: string
  /** Its name in an export. */
  readonly file: string
  /** What it is for, in the README's table, behind "the network, its training and its test, in Keras". */
  readonly remark: string
  /** How it is used: lines of the README. */
  readonly usage: (setting: Setting) => readonly string[]
  readonly write: (program: Program, setting: Setting) => string
}
