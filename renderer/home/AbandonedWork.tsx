import { History } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AbandonedWork as Work } from '../../shared/journal/kept'
import { whenText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { MiniPicture } from '../diagram/MiniPicture'
import { announce } from '../store/announce'
import { discardWork, drawAbandoned, loadAbandoned, recoverWork, useAbandoned } from '../store/recovery'
import { Button } from '../ui/Button'
import { whenIdle } from '../ui/when-idle'
import styles from './AbandonedWork.module.css'

const words = strings.recovery

/** So many fill a row of a large window; there are seldom more. */
const few = 3

let told = false

/** What windows had when they ended without a word, before all else that one can do here. */
export function AbandonedWork() {
  const works = useAbandoned(s => s.works)
  const [all, setAll] = useState(false)
  const section = useRef<HTMLElement>(null)
  useEffect(() => void loadAbandoned(), [])
  useEffect(() => {
    if (told || works.length === 0) return
    told = true
    announce(words.found(works.length))
  }, [works])
  if (works.length === 0) return null
  const shown = all ? works : works.slice(0, few)
  return (
    <section ref={section} tabIndex={-1} className={styles.abandoned} aria-labelledby="abandoned">
      <div className={styles.head}>
        <History aria-hidden="true" />
        <h2 id="abandoned">{words.title}</h2>
        <p>{words.lead}</p>
      </div>
      <ul className={styles.list}>
        {shown.map(work => (
          <Card
            key={work.id}
            work={work}
            onDiscard={() => {
              discardWork(work)
              // The button goes with its card.
              section.current?.focus()
            }}
          />
        ))}
      </ul>
      {shown.length < works.length && (
        <Button className={styles.more} onClick={() => setAll(true)}>
          {words.showAll(works.length)}
        </Button>
      )}
    </section>
  )
}

function Card({ work, onDiscard }: { readonly work: Work; readonly onDiscard: () => void }) {
  const { id, time, edits, fileName } = work
  const picture = useAbandoned(s => s.pictures.get(id))
  useEffect(() => whenIdle(() => void drawAbandoned(id)), [id])
  const name = picture?.name ?? work.name
  return (
    <li className={styles.card}>
      <div className={styles.picture}>{picture && <MiniPicture scene={picture.scene} small />}</div>
      <div className={styles.words}>
        <h3 title={name}>{name}</h3>
        <p>
          <time dateTime={new Date(time).toISOString()}>{whenText(time)}</time>
          {` · ${words.edits(edits)}`}
        </p>
        <p>{fileName ?? words.noFile}</p>
      </div>
      <div className={styles.ways}>
        <Button look="soft" aria-label={words.recoverNamed(name)} onClick={() => void recoverWork(id)}>
          {words.recover}
        </Button>
        <Button aria-label={words.discardNamed(name)} onClick={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </li>
  )
}
