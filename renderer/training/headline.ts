import { lossText, percentText } from '../../shared/strings/format'
import type { Scores } from '../../shared/training/protocol'

/** The accuracy where there is one, else the loss. */
export function headline({ accuracy, loss }: Scores): string {
  return accuracy === null ? lossText(loss) : percentText(accuracy)
}
