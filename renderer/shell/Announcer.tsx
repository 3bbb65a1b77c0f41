import { useEffect } from 'react'
import { strings } from '../../shared/strings/strings'
import { useAnnouncements } from '../store/announce'
import { followEvents } from './follow-events'
import styles from './Announcer.module.css'

/** The one live region of the window: nobody sees it, screen readers read what is added to it. */
export function Announcer() {
  const latest = useAnnouncements(s => s.latest)
  useEffect(followEvents, [])
  return (
    <div className={styles.unseen} role="log" aria-live="polite" aria-label={strings.app.announcements}>
      {latest.map(({ nth, text }) => (
        <p key={nth}>{text}</p>
      ))}
    </div>
  )
}
