import { useState } from 'react'
import type { TokensField } from '../../shared/datasets/dataset'
import { strings } from '../../shared/strings/strings'
import { sampleText } from '../samples/sample-text'
import { isSpelled, tokensOf } from '../samples/tokens'
import { TextInput } from '../ui/TextInput'
import { inputsOf, type ClassQuestion, type NumberQuestion } from './question'
import { Reply } from './Reply'
import { TakeSample } from './TakeSample'
import { useAnswer } from './use-answer'
import { useTaken } from './use-taken'
import styles from './TryPanel.module.css'

const words = strings.trying

interface TryTokensProps {
  readonly question: ClassQuestion | NumberQuestion
  readonly field: TokensField
}

/** Type a word letter by letter, or a sentence. */
export function TryTokens({ question, field }: TryTokensProps) {
  const { answer, ask, forget } = useAnswer(question.output)
  const [text, setText] = useState('')
  const { vocabulary, type } = field
  const length = type.shape[0] ?? 1
  const spelled = isSpelled(vocabulary)
  const label = spelled ? words.letters : words.words
  const from = useTaken(question.data, ({ fields }) => {
    setText(sampleText(field, fields.get(field.name)?.data ?? []))
    void ask(inputsOf(question, fields))
  })
  const typed = (next: string): null => {
    from.putAway()
    setText(next)
    const data = tokensOf(next, vocabulary, length)
    if (data[0] === 0) forget()
    else void ask(inputsOf(question, new Map([[field.name, { shape: [1, length], data }]])))
    return null
  }
  return (
    <div className={styles.ask}>
      <div className={styles.form}>
        <span>{label}</span>
        <TextInput label={label} value={text} onChange={typed} />
        <small>{spelled ? words.lettersHint(length) : words.wordsHint(length)}</small>
        <TakeSample question={question} from={from} />
      </div>
      <Reply question={question} answer={answer} taken={from.taken} />
    </div>
  )
}
