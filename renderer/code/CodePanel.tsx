import { isError } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { ProblemList } from '../problems/ProblemList'
import { analysisOf } from '../store/analysis'
import { useCodeSettings } from '../store/code-settings'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { useShownNetworkId } from '../store/shown'
import { chosenTarget } from './chosen'
import { CodeSide } from './CodeSide'
import { CodeView } from './CodeView'
import { linesOfBlocks, placeAtLine, printed } from './printed'
import { showPlace } from './show-place'
import { useSource } from './use-source'
import styles from './CodePanel.module.css'

const words = strings.code

/** The network as a program, as it changes. Selecting a block lights its lines, and a click on a line its block. */
export function CodePanel() {
  const target = chosenTarget(useCodeSettings())
  const source = useSource()
  const selection = useSession(s => s.selection)
  const shown = useShownNetworkId()
  const network = useDocument(s => (shown === s.document.root ? null : shown))
  const result = source && printed(target, source)
  return (
    <div className={styles.panel}>
      <CodeSide target={target} shown={source && result?.ok ? { source, text: result.value.text } : null} />
      {result === null ? (
        <NotYet />
      ) : result.ok ? (
        <CodeView
          label={words.view(target.label)}
          text={result.value.text}
          lit={linesOfBlocks(result.value, network, selection)}
          onLine={line => {
            const place = placeAtLine(result.value, line)
            if (place) showPlace(place)
          }}
        />
      ) : (
        <p className={styles.notYet}>{result.error}</p>
      )}
    </div>
  )
}

function NotYet() {
  const problems = useDocument(s => analysisOf(s.document).problems)
  return (
    <div className={styles.notYet}>
      <p>{words.notYet}</p>
      <ProblemList problems={problems.filter(isError)} />
    </div>
  )
}
