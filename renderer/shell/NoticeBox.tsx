import { CircleAlert, Info, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { notify, useSession, type Notice } from '../store/session'
import { Button } from '../ui/Button'
import styles from './NoticeBox.module.css'

/** Milliseconds that words stay which nobody needs to act on; longer where they hold the way back to something. */
const lasting = { told: 8_000, offered: 30_000 }

/** Something to tell. What went wrong stays until it is dismissed; all else goes by itself, but not under a hand. */
export function NoticeBox() {
  const notice = useSession(s => s.notice)
  return notice && <Box notice={notice} />
}

function Box({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false)
  const { kind, action } = notice
  useEffect(() => {
    if (kind === 'error' || held) return
    const timer = setTimeout(() => notify(null), action ? lasting.offered : lasting.told)
    return () => clearTimeout(timer)
  }, [notice, kind, action, held])
  const Icon = kind === 'error' ? CircleAlert : Info
  return (
    <div
      className={`${styles.notice} ${kind === 'error' ? styles.error : ''}`}
      role={kind === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon />
      <div>
        <b>{notice.title}</b>
        {notice.text !== '' && <p>{notice.text}</p>}
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
