import type { Problem } from '../problem'
import { activations } from './activations'
import { cycles } from './cycles'
import { dataset } from './dataset'
import { ends } from './ends'
import { heads } from './heads'
import { outPorts } from './out-ports'
import { outputs } from './outputs'
import { placement } from './placement'
import type { Analysed, Rule } from './rule'
import { sharedWeights } from './shared-weights'
import { training } from './training'
import { vocabulary } from './vocabulary'

/** Every rule; a new one is one line here. */
const RULES: readonly Rule[] = [
  ends,
  cycles,
  outPorts,
  dataset,
  outputs,
  heads,
  activations,
  placement,
  vocabulary,
  sharedWeights,
  training
]

export function documentProblems(analysed: Analysed): readonly Problem[] {
  return RULES.flatMap(rule => rule(analysed))
}
