import { Shuffle } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { sampleText } from '../samples/sample-text'
import { Button } from '../ui/Button'
import type { ClassQuestion, NumberQuestion } from './question'
import type { Taken, useTaken } from './use-taken'
import styles from './TryPanel.module.css'

const words = strings.trying

interface TakeSampleProps {
  readonly question: ClassQuestion | NumberQuestion
  readonly from: ReturnType<typeof useTaken>
  /** What else there is to say of what is asked. */
  readonly note?: string | null
}

/** Fills a form with a sample that nothing was learned from, and tells what it is in truth. */
export function TakeSample({ question, from, note = null }: TakeSampleProps) {
  const { taken, why, isReady, take } = from
  return (
    <div className={styles.take}>
      <Button look="soft" disabled={!isReady} onClick={take}>
        <Shuffle /> {taken ? words.takeNext : words.take}
      </Button>
      <p role="status">
        {why ?? (taken ? `${words.taken(taken.row)}, ${words.isReally(truthText(question, taken))}` : note)}
      </p>
    </div>
  )
}

function truthText({ target }: ClassQuestion | NumberQuestion, { fields }: Taken): string {
  return sampleText(target, fields.get(target.name)?.data ?? [])
}

/** The place of the class that a sample is of. */
export function truthOf({ target }: ClassQuestion, taken: Taken | null): number | undefined {
  return taken?.fields.get(target.name)?.data[0]
}
