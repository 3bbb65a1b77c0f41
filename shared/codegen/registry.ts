import { kerasTarget } from './keras/target'
import { pytorchTarget } from './pytorch/target'
import type { Target } from './target'

/** In the order in which they are offered. */
export const TARGETS: readonly Target[] = [kerasTarget, pytorchTarget]

export function targetOf(id: string): Target | undefined {
  return TARGETS.find(target => target.id === id)
}
