import { useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { TextInput } from '../ui/TextInput'
import { Bars } from './Bars'
import type { Question } from './question'
import { tokensOf } from './tokens'
import { useAnswer } from './use-answer'
import styles from './TryPanel.module.css'

const words = strings.trying

/** Type a word, letter by letter. */
export function TryTokens({ question }: { readonly question: Extract<Question, { kind: 'tokens' }> }) {
  const { answer, ask } = useAnswer(question)
  const [text, setText] = useState('')
  const { vocabulary, length } = question
  return (
    <div className={styles.panel}>
      <div className={styles.form}>
        <span>{words.text}</span>
        <TextInput
          label={words.text}
          value={text}
          onChange={typed => {
            setText(typed)
            const data = tokensOf(typed, vocabulary, length)
            if (data[0] !== 0) void ask({ shape: [1, length], data })
            return null
          }}
        />
      </div>
      <Bars classes={question.classes} answer={text === '' ? { kind: 'none' } : answer} />
    </div>
  )
}
