import { strings } from '../../shared/strings/strings'
import { isEdited, useDocument } from '../store/document'
import { useJournal } from '../store/journal'
import { useSession } from '../store/session'
import { hasNewWeights, useTraining } from '../store/training'
import styles from './StatusBar.module.css'

const words = strings.recovery

/**
 * Whether the work is in a file, and if not, whether it would come back after a crash. `data-made` counts the changes
 * of this window, `data-kept` says up to which of them all is kept or safe.
 */
export function SavedState() {
  const { made, kept, trouble } = useJournal()
  const edited = useDocument(isEdited)
  const newWeights = useTraining(hasNewWeights)
  const file = useSession(s => s.file)
  const atRisk = edited || newWeights
  const isKept = kept === made
  return (
    <span
      data-made={made}
      data-kept={kept}
      className={trouble !== null && atRisk ? styles.trouble : undefined}
      title={atRisk ? (trouble ?? (isKept ? words.kept : words.keeping)) : undefined}
    >
      {atRisk && trouble !== null
        ? words.notKept
        : atRisk || file === null
          ? strings.files.unsaved
          : `${strings.files.saved}: ${file.name}`}
    </span>
  )
}
