import { Bars } from './Bars'
import { Numbers } from './Numbers'
import type { ClassQuestion, NumberQuestion } from './question'
import { truthOf } from './TakeSample'
import type { Answer } from './use-answer'
import type { Taken } from './use-taken'

interface ReplyProps {
  readonly question: ClassQuestion | NumberQuestion
  readonly answer: Answer
  /** The sample that was asked about, where it was one. */
  readonly taken: Taken | null
}

/** What the network says: how probable each class is, or numbers. */
export function Reply({ question, answer, taken }: ReplyProps) {
  return question.kind === 'classes' ? (
    <Bars classes={question.classes} answer={answer} truth={truthOf(question, taken)} />
  ) : (
    <Numbers question={question} answer={answer} taken={taken} />
  )
}
