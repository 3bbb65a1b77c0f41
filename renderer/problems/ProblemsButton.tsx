import { Popover } from '@base-ui/react/popover'
import { isSafe } from '../../shared/graph/fix-all'
import { isError } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { analysisOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { FixAllButton } from './FixAllButton'
import { ProblemList } from './ProblemList'
import styles from './ProblemsButton.module.css'

const words = strings.problems

/** How many problems there are, and the list of them. */
export function ProblemsButton() {
  const problems = useDocument(s => analysisOf(s.document).problems)
  const open = useSession(s => s.problemsOpen)
  const errors = problems.filter(isError)
  const hints = problems.length - errors.length
  if (problems.length === 0) return null
  return (
    <Popover.Root open={open} onOpenChange={problemsOpen => useSession.setState({ problemsOpen })}>
      <Popover.Trigger className={`${styles.chip} ${errors.length > 0 ? styles.bad : styles.warned}`}>
        {errors.length > 0 ? words.count(errors.length) : words.warnings(hints)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <div className={styles.head}>
              <Popover.Title className={styles.title}>{words.title}</Popover.Title>
              {problems.filter(({ fix }) => fix && isSafe(fix)).length > 1 && <FixAllButton />}
            </div>
            <ProblemList problems={[...errors, ...problems.filter(problem => !isError(problem))]} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
