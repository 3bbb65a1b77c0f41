import { useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { SamplePicture } from '../samples/SamplePicture'
import { inputsOf, type ClassQuestion, type NumberQuestion } from './question'
import { Reply } from './Reply'
import { TakeSample } from './TakeSample'
import { useAnswer } from './use-answer'
import { useTaken } from './use-taken'
import styles from './TryPanel.module.css'

const words = strings.trying

/** Asks about samples of the data, where there is no form to make up one's own. */
export function TrySample({ question }: { readonly question: ClassQuestion | NumberQuestion }) {
  const { answer, ask } = useAnswer(question.output)
  const [hasAsked, setHasAsked] = useState(false)
  const from = useTaken(question.data, ({ fields }) => {
    setHasAsked(true)
    void ask(inputsOf(question, fields))
  })
  const fields = [...new Set(question.inputs.map(({ field }) => field))]
  return (
    <div className={styles.ask}>
      <div className={styles.form}>
        {!hasAsked && <p>{words.takeHint}</p>}
        <div className={styles.pictures}>
          {fields.map(field => {
            const values = from.taken?.fields.get(field.name)?.data
            return values && <SamplePicture key={field.name} field={field} values={values} size="large" />
          })}
        </div>
        <TakeSample question={question} from={from} />
      </div>
      <Reply question={question} answer={answer} taken={from.taken} />
    </div>
  )
}
