import { useEffect, useRef, useState } from 'react'
import type { BlockId } from '../../shared/document/schema'
import type { Plain } from '../../shared/training/protocol'
import { predict } from '../store/training'
import { followNetwork } from './follow-network'

type Inputs = Readonly<Record<BlockId, Plain>>

export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'scores'; readonly scores: readonly number[] }
  | { readonly kind: 'failed'; readonly why: string }

const none: Answer = { kind: 'none' }

/**
 * Asks the trained network and keeps its last answer, which is asked for anew as the network comes on. While one
 * question is open only the newest of the others waits, so that a fast pen never builds a queue.
 */
export function useAnswer(output: BlockId) {
  const [answer, setAnswer] = useState<Answer>(none)
  const waiting = useRef<Inputs | null>(null)
  const last = useRef<Inputs | null>(null)
  const open = useRef(false)
  /** How often all was forgotten: an answer to what was asked before is for nobody. */
  const era = useRef(0)

  const ask = async (inputs: Inputs): Promise<void> => {
    waiting.current = last.current = inputs
    if (open.current) return
    open.current = true
    while (waiting.current !== null) {
      const next: Inputs = waiting.current
      waiting.current = null
      const asked = era.current
      const result = await predict(next)
      if (asked !== era.current) continue
      const scores = result.ok ? result.value[output]?.data : undefined
      if (!result.ok) setAnswer({ kind: 'failed', why: result.error })
      else if (scores) setAnswer({ kind: 'scores', scores: [...scores] })
    }
    open.current = false
  }

  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(
    () =>
      followNetwork('step', async () => {
        if (last.current) await latest.current(last.current)
      }),
    []
  )

  const forget = (): void => {
    era.current++
    waiting.current = last.current = null
    setAnswer(none)
  }

  return { answer, ask, forget }
}
