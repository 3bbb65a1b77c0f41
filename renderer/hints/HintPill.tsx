import { ArrowDown, ArrowLeft, ArrowRight, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import type { HintId } from './due-hint'
import { dismissHints, useIsDue } from './hint-store'
import styles from './HintPill.module.css'

const words = strings.hints
const arrows = { start: ArrowDown, train: ArrowRight, try: ArrowLeft }

/**
 * What a beginner may do next, beside the thing that it is about: it takes room of its own and covers nothing. It is
 * read out when it comes, and goes when the thing is done, at its button, or at Escape.
 */
export function HintPill({ id }: { readonly id: HintId }) {
  const isDue = useIsDue(id)
  return (
    <span className={styles.place} aria-live="polite">
      {isDue && <Pill id={id} />}
    </span>
  )
}

function Pill({ id }: { readonly id: HintId }) {
  const pill = useRef<HTMLSpanElement>(null)
  const isDigits = useDocument(s => s.document.data?.source === 'mnist')
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) dismissHints()
    }
    window.addEventListener('keydown', escape)
    return () => window.removeEventListener('keydown', escape)
  }, [])
  const Arrow = arrows[id]
  const [text, short] = id === 'try' ? (isDigits ? words.tryDigit : words.try) : words[id]
  return (
    <span ref={pill} className={styles.pill} data-hint={id}>
      {id === 'try' && <Arrow />}
      <span className={styles.long}>{text}</span>
      <span className={styles.short} aria-hidden="true">
        {short}
      </span>
      {id !== 'try' && <Arrow />}
      <button
        type="button"
        aria-label={words.dismiss}
        onClick={() => {
          const beside = pill.current && besideOf(pill.current)
          dismissHints()
          beside?.focus()
        }}
      >
        <X />
      </button>
    </span>
  )
}

/** What the hint is about: the tab that is chosen, else the next thing that takes the focus. */
function besideOf(pill: HTMLElement): HTMLElement | undefined {
  const tab = pill.parentElement?.previousElementSibling?.querySelector<HTMLElement>('[aria-selected="true"]')
  const after = [...document.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
    button =>
      !pill.contains(button) && pill.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING
  )
  return tab ?? after[0]
}
