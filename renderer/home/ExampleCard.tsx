import { useId } from 'react'
import { countText, durationText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { MiniPicture } from '../diagram/MiniPicture'
import { openExample, type ShownExample } from './examples'
import styles from './ExampleCard.module.css'

const words = strings.home

/** An example: how its network looks, what one learns from it, and what it takes. */
export function ExampleCard({ shown }: { readonly shown: ShownExample }) {
  const { example, picture, kind, parameters } = shown
  const id = useId()
  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        <MiniPicture scene={picture} />
      </div>
      <div className={styles.words}>
        <h3 className={styles.title}>
          {/* The whole card is its button; the heading holds it. */}
          <button
            type="button"
            className={styles.open}
            aria-describedby={id}
            onClick={() => openExample(example)}
          >
            {example.label}
          </button>
          {kind && <span className={styles.kind}>{words.kinds[kind]}</span>}
        </h3>
        <p id={id}>{example.summary}</p>
        <p className={styles.takes}>
          {words.parameters(countText(parameters))} · {words.takes(durationText(example.seconds))}
        </p>
      </div>
    </li>
  )
}
