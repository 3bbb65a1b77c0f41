import { strings } from '../../shared/strings/strings'
import { Boundary } from './Boundary'
import { ConfusionMatrix } from './ConfusionMatrix'
import { Gallery } from './Gallery'
import { formOf, planeOf, type ClassQuestion, type NumberQuestion, type TryView } from './question'
import { Truth } from './Truth'
import { TryDigit } from './TryDigit'
import { TryNumbers } from './TryNumbers'
import { TrySample } from './TrySample'
import { TryTokens } from './TryTokens'
import { useJudgement } from './use-judgement'
import styles from './TryPanel.module.css'

const words = strings.trying

/** As many as are worth looking through. */
const most = 2000

interface ViewProps {
  readonly view: TryView
  readonly question: ClassQuestion | NumberQuestion
}

export function View({ view, question }: ViewProps) {
  if (question.kind === 'numbers')
    return view === 'truth' ? <Truth question={question} /> : <Ask question={question} />
  const plane = planeOf(question)
  if (view === 'boundary' && plane) return <Boundary question={question} field={plane} />
  return view === 'samples' || view === 'matrix' ? (
    <JudgedView view={view} question={question} />
  ) : (
    <Ask question={question} />
  )
}

function Ask({ question }: { readonly question: ClassQuestion | NumberQuestion }) {
  const form = formOf(question)
  switch (form.kind) {
    case 'digit':
      return <TryDigit question={question} />
    case 'tokens':
      return <TryTokens question={question} field={form.field} />
    case 'numbers':
      return <TryNumbers question={question} field={form.field} />
    case 'sample':
      return <TrySample question={question} />
  }
}

interface JudgedViewProps {
  readonly view: 'samples' | 'matrix'
  readonly question: ClassQuestion
}

function JudgedView({ view, question }: JudgedViewProps) {
  const judged = useJudgement(most)
  if (judged.kind === 'asking') return <p className={styles.note}>{words.asking}</p>
  if (judged.kind === 'failed') return <p className={styles.note}>{judged.why}</p>
  const { judgement } = judged
  return view === 'samples' ? (
    <Gallery question={question} judgement={judgement} />
  ) : (
    <ConfusionMatrix classes={question.classes} judgement={judgement} />
  )
}
