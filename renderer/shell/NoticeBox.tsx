import { CircleAlert, Info, X } from 'lucide-react'
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { strings } from '../../shared/strings/strings'
import { notify, useSession, type Notice } from '../store/session'
import { Button } from '../ui/Button'
import { useFreeTop } from './use-free-top'
import styles from './NoticeBox.module.css'

/** Milliseconds that words stay which nobody needs to act on; longer where they hold the way back to something. */
const lasting = { told: 8_000, offered: 30_000 }

/** Something to tell. What went wrong stays until it is dismissed; all else goes by itself, but not under a hand. */
export function NoticeBox() {
  const notice = useSession(s => s.notice)
  return (
    // Words that come into a region are read; a region that comes with its words often is not.
    <div role={notice?.kind === 'error' ? undefined : 'status'} className={styles.place}>
      {notice && <Box notice={notice} />}
    </div>
  )
}

function Box({ notice }: { readonly notice: Notice }) {
  const box = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const top = useFreeTop(box)
  const { kind, action } = notice
  const held = pointed || focused
  useEffect(() => {
    if (kind === 'error' || held) return
    const timer = setTimeout(() => notify(null), action ? lasting.offered : lasting.told)
    return () => clearTimeout(timer)
  }, [notice, kind, action, held])

  const dismiss = (): void => {
    const back = cameFrom.current
    if (focused && back instanceof HTMLElement && back.isConnected) back.focus()
    notify(null)
  }
  const enter = (event: FocusEvent): void => {
    setFocused(true)
    if (!box.current?.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget
  }
  const leave = (event: FocusEvent): void => {
    if (!box.current?.contains(event.relatedTarget)) setFocused(false)
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    dismiss()
  }

  const Icon = kind === 'error' ? CircleAlert : Info
  return (
    <div
      ref={box}
      data-part="notice"
      className={`${styles.notice} ${kind === 'error' ? styles.error : ''}`}
      style={{ top }}
      role={kind === 'error' ? 'alert' : 'group'}
      aria-label={kind === 'error' ? undefined : strings.app.notice}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={enter}
      onBlur={leave}
      onKeyDown={keys}
    >
      <Icon aria-hidden="true" />
      <div>
        <b>{notice.title}</b>
        {notice.text !== '' && <p>{notice.text}</p>}
        {action && (
          <div className={styles.actions}>
            {[action, ...(notice.others ?? [])].map(({ label, run }) => (
              <Button
                key={label}
                look="soft"
                onClick={() => {
                  dismiss()
                  run()
                }}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
      <button type="button" className={styles.close} aria-label={strings.app.dismiss} onClick={dismiss}>
        <X />
      </button>
    </div>
  )
}
