import type { BlockId } from '../document/schema'
import type { Scores } from './protocol'

/** Scores averaged over samples, as they come in. */
export class MeanScores {
  private size = 0
  private loss = 0
  private accuracy: number | null = null
  private readonly outputs = new Map<BlockId, { loss: number; metric: number }>()

  add(scores: Scores & { readonly size: number }): void {
    const { size } = scores
    this.size += size
    this.loss += scores.loss * size
    if (scores.accuracy !== null) this.accuracy = (this.accuracy ?? 0) + scores.accuracy * size
    for (const [block, { loss, metric }] of Object.entries(scores.outputs)) {
      const sum = this.outputs.get(block) ?? { loss: 0, metric: 0 }
      this.outputs.set(block, { loss: sum.loss + loss * size, metric: sum.metric + metric * size })
    }
  }

  get isEmpty(): boolean {
    return this.size === 0
  }

  mean(): Scores {
    const n = this.size
    return {
      loss: this.loss / n,
      accuracy: this.accuracy === null ? null : this.accuracy / n,
      outputs: Object.fromEntries(
        [...this.outputs].map(([block, sum]) => [block, { loss: sum.loss / n, metric: sum.metric / n }])
      )
    }
  }
}
