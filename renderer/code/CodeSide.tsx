import type { ModelSource, Target } from '../../shared/codegen/target'
import { ExportMenu } from '../commands/ExportMenu'
import { useExporting } from '../store/exporting'
import { CopyButton } from './CopyButton'
import { ExportFiles } from './ExportFiles'
import { ExportProgress } from './ExportProgress'
import { TargetChoice } from './TargetChoice'
import styles from './CodeSide.module.css'

interface CodeSideProps {
  readonly target: Target
  /** `null` while the network has problems. */
  readonly shown: { readonly source: ModelSource; readonly text: string } | null
}

/** For which framework, and how the code is taken away. */
export function CodeSide({ target, shown }: CodeSideProps) {
  const busy = useExporting(s => s.going !== null)
  return (
    <div className={styles.side}>
      <TargetChoice />
      {shown && (
        <>
          {busy ? (
            <ExportProgress />
          ) : (
            <div className={styles.ways}>
              <CopyButton key={target.id} text={shown.text} />
              <ExportMenu look="soft" />
            </div>
          )}
          <ExportFiles target={target} source={shown.source} />
        </>
      )}
    </div>
  )
}
