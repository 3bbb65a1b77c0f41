import type { Field } from '../../shared/datasets/dataset'
import { strings } from '../../shared/strings/strings'
import { SamplePicture } from './SamplePicture'
import styles from './Samples.module.css'

const words = strings.trying

interface SampleTileProps {
  readonly field: Field
  readonly values: ArrayLike<number> | null
  readonly truth: string
  readonly guess: string
  readonly selected?: boolean
  readonly tabIndex?: number
  readonly onClick: () => void
  readonly onFocus?: () => void
}

/** A held-out sample: what it is, and, where that was wrong, what it was taken for. */
export function SampleTile({ field, values, truth, guess, ...rest }: SampleTileProps) {
  const isWrong = truth !== guess
  return (
    <button
      type="button"
      className={`${styles.tile} ${isWrong ? styles.wrong : ''} ${rest.selected === true ? styles.selected : ''}`}
      aria-label={isWrong ? words.wrongSample(truth, guess) : words.rightSample(truth)}
      aria-pressed={rest.selected}
      tabIndex={rest.tabIndex}
      onClick={rest.onClick}
      onFocus={rest.onFocus}
    >
      {values && <SamplePicture field={field} values={values} size="small" />}
      <span className={styles.caption}>{isWrong ? `${guess} ✕` : guess}</span>
    </button>
  )
}
