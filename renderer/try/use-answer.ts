import { useRef, useState } from 'react'
import type { Plain } from '../../shared/training/protocol'
import { predict } from '../store/training'

interface Asked {
  readonly input: string
  readonly output: string
}

export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'scores'; readonly scores: readonly number[] }
  | { readonly kind: 'failed'; readonly why: string }

const none: Answer = { kind: 'none' }

/**
 * Asks the trained network and keeps its last answer. While one question is open only the newest of the others
 * waits, so that a fast pen never builds a queue.
 */
export function useAnswer({ input, output }: Asked) {
  const [answer, setAnswer] = useState<Answer>(none)
  const waiting = useRef<Plain | null>(null)
  const open = useRef(false)

  const ask = async (question: Plain): Promise<void> => {
    waiting.current = question
    if (open.current) return
    open.current = true
    while (waiting.current !== null) {
      const next: Plain = waiting.current
      waiting.current = null
      const result = await predict({ [input]: next })
      const scores = result.ok ? result.value[output]?.data : undefined
      if (!result.ok) setAnswer({ kind: 'failed', why: result.error })
      else if (scores) setAnswer({ kind: 'scores', scores: [...scores] })
    }
    open.current = false
  }

  const forget = (): void => {
    waiting.current = null
    setAnswer(none)
  }

  return { answer, ask, forget }
}
