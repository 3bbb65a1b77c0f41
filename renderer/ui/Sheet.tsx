import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { strings } from '../../shared/strings/strings'
import styles from './Sheet.module.css'

interface SheetProps {
  readonly title: string
  readonly className: string | undefined
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog in the middle of the window, with its title and a button that closes it. */
export function Sheet({ title, className, initialFocus, onClose, children }: SheetProps) {
  return (
    <Dialog.Root open onOpenChange={open => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={`${styles.popup} ${styles.middle} ${className ?? ''}`}
          {...(initialFocus && { initialFocus })}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close className={styles.close} aria-label={strings.app.dismiss}>
              <X />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
