import { useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { Pixels } from '../samples/SamplePicture'
import { centreDigit, type Ink } from './centre-digit'
import { DrawPad } from './DrawPad'
import { inputsOf, type ClassQuestion, type NumberQuestion } from './question'
import { Reply } from './Reply'
import { TakeSample } from './TakeSample'
import { useAnswer } from './use-answer'
import { useTaken } from './use-taken'
import styles from './TryPanel.module.css'

const words = strings.trying

const shape = [28, 28, 1] as const
const nothing = new Float32Array(28 * 28)

/** Draw a digit, see what the network sees of it, and what it takes it for. */
export function TryDigit({ question }: { readonly question: ClassQuestion | NumberQuestion }) {
  const { answer, ask, forget } = useAnswer(question.output)
  const [seen, setSeen] = useState<ArrayLike<number> | null>(null)
  const { field } = question
  const from = useTaken(question.data, ({ fields }) => {
    setSeen(fields.get(field.name)?.data ?? null)
    void ask(inputsOf(question, fields))
  })
  const drawn = (ink: Ink): void => {
    const image = centreDigit(ink)
    if (!image) return
    from.putAway()
    setSeen(image)
    void ask(inputsOf(question, new Map([[field.name, { shape: [1, ...shape], data: image }]])))
  }
  const clear = (): void => {
    from.putAway()
    setSeen(null)
    forget()
  }
  return (
    <div className={styles.ask}>
      <DrawPad image={from.taken?.fields.get(field.name)?.data ?? null} onInk={drawn} onClear={clear} />
      <div className={styles.seenColumn}>
        <div className={styles.seen} role="img" aria-label={words.seen}>
          <Pixels shape={shape} values={seen ?? nothing} size="fit" />
        </div>
        <span>{words.seen}</span>
        <TakeSample question={question} from={from} />
      </div>
      <Reply question={question} answer={seen ? answer : { kind: 'none' }} taken={from.taken} />
    </div>
  )
}
