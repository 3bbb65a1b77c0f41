import { useId, useState } from 'react'
import type { Problem } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { Button } from '../ui/Button'
import styles from './Why.module.css'

const reasons: Readonly<Record<string, string>> = strings.why

/** Why it is a problem, in words; `undefined` where the message says all. */
function whyOf({ why, code }: Problem): string | undefined {
  const id = why ?? code
  return Object.hasOwn(reasons, id) ? reasons[id] : undefined
}

/** The button that asks, and the answer, which the caller puts where there is room. */
export function useWhy(problem: Problem): {
  readonly button: React.ReactNode
  readonly answer: React.ReactNode
} {
  const id = useId()
  const [open, setOpen] = useState(false)
  const reason = whyOf(problem)
  if (reason === undefined) return { button: null, answer: null }
  return {
    button: (
      <Button
        aria-expanded={open}
        aria-controls={id}
        className={styles.ask ?? ''}
        onClick={() => setOpen(!open)}
      >
        {strings.problems.why}
      </Button>
    ),
    answer: (
      <p id={id} hidden={!open} className={styles.answer}>
        {reason}
      </p>
    )
  }
}
