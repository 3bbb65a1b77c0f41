import { CircleAlert, Lightbulb } from 'lucide-react'
import { isError, type Problem } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { DataChoice } from '../data/DataChoice'
import { Button } from '../ui/Button'
import { FixButton } from './FixButton'
import { problemKey } from './problem-key'
import { showProblem } from './show-problem'
import styles from './ProblemList.module.css'

interface ProblemListProps {
  readonly problems: readonly Problem[]
  /** Without the way to the block, where the block is in sight. */
  readonly plain?: boolean
}

export function ProblemList({ problems, plain = false }: ProblemListProps) {
  return (
    <ul className={styles.list}>
      {problems.map(problem => (
        <li key={problemKey(problem)} className={isError(problem) ? styles.bad : styles.warned}>
          {isError(problem) ? (
            <CircleAlert aria-label={strings.problems.error} />
          ) : (
            <Lightbulb aria-label={strings.problems.warning} />
          )}
          <div>
            <p>{problem.message}</p>
            <div className={styles.ways}>
              {problem.code === 'no-data' && <DataChoice />}
              {problem.fix && <FixButton fix={problem.fix} />}
              {!plain && problem.place.block !== undefined && (
                <Button onClick={() => showProblem(problem)}>{strings.problems.show}</Button>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
