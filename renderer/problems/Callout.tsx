import { X } from 'lucide-react'
import { isError, type Problem } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { FixButton } from './FixButton'
import { useWhy } from './Why'
import styles from './Callout.module.css'

/** What is wrong, beside the block, with the way out. */
export function Callout({ problem, onHide }: { readonly problem: Problem; readonly onHide: () => void }) {
  const why = useWhy(problem)
  return (
    // A click here is not a click on the block, whose child this is to React.
    <div
      data-callout
      onClick={event => event.stopPropagation()}
      className={`nodrag nopan ${styles.callout} ${isError(problem) ? styles.bad : styles.warned}`}
      role="note"
      aria-label={isError(problem) ? strings.problems.error : strings.problems.warning}
    >
      <button type="button" className={styles.hide} aria-label={strings.problems.hide} onClick={onHide}>
        <X />
      </button>
      <p>{problem.message}</p>
      <div className={styles.ways}>
        {problem.fix && <FixButton fix={problem.fix} />}
        {why.button}
      </div>
      {why.answer}
    </div>
  )
}
