import styles from './ConfusionMatrix.module.css'

/** How much of the colour the least and the most are shown in, in percent: the number stays easy to read on it. */
const [least, most] = [10, 55]

interface MatrixCellProps {
  readonly count: number
  /** Of all samples of its true class. */
  readonly share: number
  readonly isRight: boolean
  readonly words: string
  readonly hasKeyboard: boolean
  readonly onPress: () => void
  /** While the pointer or the keyboard is on it its words, then `null`. */
  readonly onLook: (words: string | null) => void
  readonly onFocus: () => void
}

/** How many samples of a class were taken for one; the colour says right or wrong, and how large a share. */
export function MatrixCell(props: MatrixCellProps) {
  const { count, share, isRight, words, hasKeyboard, onPress, onLook, onFocus } = props
  const isEmpty = count === 0
  return (
    <td>
      <button
        type="button"
        className={isRight ? styles.right : styles.wrong}
        style={{ '--share': `${isEmpty ? 0 : least + (most - least) * share}%` }}
        aria-label={words}
        aria-disabled={isEmpty}
        tabIndex={hasKeyboard ? 0 : -1}
        onClick={isEmpty ? undefined : onPress}
        onPointerEnter={() => onLook(words)}
        onPointerLeave={() => onLook(null)}
        onFocus={() => {
          onFocus()
          onLook(words)
        }}
        onBlur={() => onLook(null)}
      >
        {isEmpty ? '·' : count}
      </button>
    </td>
  )
}
