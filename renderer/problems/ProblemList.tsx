import { CircleAlert, Lightbulb } from 'lucide-react'
import { isError, type Problem } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { DataChoice } from '../data/DataChoice'
import { Button } from '../ui/Button'
import { FixButton } from './FixButton'
import { problemKey } from './problem-key'
import { showProblem } from './show-problem'
import { useWhy } from './Why'
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
        <ProblemItem key={problemKey(problem)} problem={problem} plain={plain} />
      ))}
    </ul>
  )
}

/** Where another dataset is the way out. */
const NEEDS_DATA: ReadonlySet<string> = new Set(['no-data', 'unknown-data'])

function ProblemItem({ problem, plain }: { readonly problem: Problem; readonly plain: boolean }) {
  const why = useWhy(problem)
  return (
    <li className={isError(problem) ? styles.bad : styles.warned}>
      {isError(problem) ? (
        <CircleAlert aria-label={strings.problems.error} />
      ) : (
        <Lightbulb aria-label={strings.problems.warning} />
      )}
      <div>
        <p>{problem.message}</p>
        <div className={styles.ways}>
          {NEEDS_DATA.has(problem.code) && <DataChoice />}
          {problem.fix && <FixButton fix={problem.fix} />}
          {!plain && problem.place.block !== undefined && (
            <Button onClick={() => showProblem(problem)}>{strings.problems.show}</Button>
          )}
          {why.button}
        </div>
        {why.answer}
      </div>
    </li>
  )
}
