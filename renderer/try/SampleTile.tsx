import type { Field } from '../../shared/datasets/dataset'
import { strings } from '../../shared/strings/strings'
import { SamplePicture } from '../samples/SamplePicture'
import styles from './SampleTile.module.css'

const words = strings.trying

interface SampleTileProps {
  readonly field: Field
  /** `null` while they are read. */
  readonly values: ArrayLike<number> | null
  readonly truth: string
  readonly guess: string
  readonly selected?: boolean
  /** Sample and guess beside each other. */
  readonly inLine?: boolean
  readonly tabIndex?: number
  /** On a click, and where a key leads there. */
  readonly onChoose: () => void
}

/** A held-out sample and what it is taken for; in a frame where that is wrong. */
export function SampleTile(props: SampleTileProps) {
  const { field, values, truth, guess, selected, inLine, tabIndex, onChoose } = props
  const isWrong = truth !== guess
  const classes = [
    styles.tile,
    isWrong && styles.wrong,
    selected === true && styles.selected,
    inLine === true && styles.line
  ].filter(Boolean)
  const [height, width] = field.kind === 'image' ? field.type.shape : []
  return (
    <button
      type="button"
      className={classes.join(' ')}
      aria-label={isWrong ? words.wrongSample(truth, guess) : words.rightSample(truth)}
      aria-pressed={selected}
      tabIndex={tabIndex}
      onClick={onChoose}
      onFocus={selected === undefined ? undefined : onChoose}
    >
      <span
        className={styles.picture}
        style={height && width ? { aspectRatio: `${width} / ${height}` } : undefined}
      >
        {values && <SamplePicture field={field} values={values} size="small" />}
      </span>
      <span className={styles.caption}>{guess}</span>
    </button>
  )
}
