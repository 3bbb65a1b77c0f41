import { useEffect } from 'react'
import type { RunState } from '../../shared/training/reduce-run'
import { strings } from '../../shared/strings/strings'
import { loadTrained, useTraining } from '../store/training'
import { Segments } from '../ui/Segments'
import { questionOf, viewsOf, type ClassQuestion, type NumberQuestion } from './question'
import { useTryView } from './try-view'
import { Untrained } from './Untrained'
import { View } from './View'
import styles from './TryPanel.module.css'

const words = strings.trying

/** Asks the trained network, in the ways that suit its data. One from a file is loaded when it is first looked at. */
export function TryPanel() {
  const trained = useTraining(s => s.trained)
  const kind = useTraining(s => s.run.kind)
  const failure = useTraining(({ run }) => failureOf(run))
  useEffect(loadTrained, [trained])
  useEffect(() => forgetOther(trained?.id ?? ''), [trained?.id])
  if (failure !== null) return <Note title={words.unsupported} text={failure} />
  if (kind === 'failed') return <Untrained title={words.failed} hint={words.failedHint} />
  if (!trained || kind === 'idle') return <Untrained title={words.untrained} hint={words.untrainedHint} />
  if (kind === 'kept' || kind === 'loading') return <Note text={words.loading} />
  const question = questionOf(trained)
  if (question.kind === 'none') return <Note title={words.unsupported} text={question.why} />
  return <Views key={trained.id} question={question} />
}

function Views({ question }: { readonly question: ClassQuestion | NumberQuestion }) {
  const wanted = useTryView(s => s.view)
  const views = viewsOf(question)
  const view = views.includes(wanted) ? wanted : 'ask'
  const options = Object.fromEntries(views.map(id => [id, words.views[id]]))
  return (
    <div className={styles.panel}>
      <div className={styles.rail}>
        <Segments<string>
          vertical
          label={words.label}
          value={view}
          options={options}
          onChange={chosen => useTryView.setState({ view: views.find(id => id === chosen) ?? 'ask' })}
        />
      </div>
      <View view={view} question={question} />
    </div>
  )
}

function Note({ title, text }: { readonly title?: string; readonly text: string }) {
  return (
    <div className={styles.untrained}>
      {title !== undefined && <h2>{title}</h2>}
      <p>{text}</p>
    </div>
  )
}

/** Why a network that was trained before can't be asked; `null` where it can. */
function failureOf(run: RunState): string | null {
  return run.kind === 'unusable' ? `${run.failure.message} ${run.failure.advice}` : null
}

let lookedAt = ''

/** What was looked at of one document means nothing in another one. */
function forgetOther(document: string): void {
  if (document !== lookedAt) useTryView.setState({ filter: { shown: 'all', cell: null }, row: null })
  lookedAt = document
}
