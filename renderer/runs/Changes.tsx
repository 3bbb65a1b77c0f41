import { useMemo } from 'react'
import { differences } from '../../shared/graph/difference'
import { strings } from '../../shared/strings/strings'
import type { RunRecord } from '../../shared/training/run-record'
import styles from './RunsPanel.module.css'

const words = strings.runs

/** What a run had otherwise than the one before it. */
export function Changes({
  run,
  before
}: {
  readonly run: RunRecord
  readonly before: RunRecord | undefined
}) {
  const found = useMemo(() => (before ? differences(before.document, run.document) : []), [run, before])
  if (!before) return <span className={styles.quiet}>{words.first}</span>
  if (found.length === 0) return <span className={styles.quiet}>{words.same}</span>
  const all = found.map(({ kind, words: text }) =>
    kind === 'added' ? `${words.added} ${text}` : kind === 'removed' ? `${words.removed} ${text}` : text
  )
  return (
    <span className={styles.changes} title={all.join('\n')}>
      {all.join(', ')}
    </span>
  )
}
