import { CircleAlert, Info, X } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { notify, useSession } from '../store/session'
import { Button } from '../ui/Button'
import styles from './NoticeBox.module.css'

/** Something that went wrong, in words; it stays until it is dismissed. */
export function NoticeBox() {
  const notice = useSession(s => s.notice)
  if (!notice) return null
  const { action } = notice
  const Icon = notice.kind === 'error' ? CircleAlert : Info
  return (
    <div className={`${styles.notice} ${notice.kind === 'error' ? styles.error : ''}`} role="alert">
      <Icon />
      <div>
        <b>{notice.title}</b>
        <p>{notice.text}</p>
        {action && (
          <Button
            look="soft"
            onClick={() => {
              notify(null)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <button
        type="button"
        className={styles.close}
        aria-label={strings.app.dismiss}
        onClick={() => notify(null)}
      >
        <X />
      </button>
    </div>
  )
}
