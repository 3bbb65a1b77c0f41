import { Tooltip } from '@base-ui/react/tooltip'
import { useMemo, type ReactElement } from 'react'
import styles from './Hint.module.css'

interface Words {
  readonly text: string
  readonly side: 'top' | 'right'
}

/** Milliseconds that a pointer rests before the words come. */
export const hintDelay = 500

const hints = Tooltip.createHandle<Words>()

interface HintProps {
  readonly text: string
  readonly side?: Words['side']
  readonly children: ReactElement
}

/** Words that appear beside `children` while the pointer rests on it, or it has the focus. */
export function Hint({ text, side = 'top', children }: HintProps) {
  const words = useMemo(() => ({ text, side }), [text, side])
  return <Tooltip.Trigger handle={hints} delay={hintDelay} payload={words} render={children} />
}

/** The one popup of all hints, once in a window: each of them having its own made a toolbar slow to draw. */
export function HintPopup() {
  return (
    <Tooltip.Root handle={hints}>
      {({ payload }) =>
        payload && (
          <Tooltip.Portal>
            <Tooltip.Positioner side={payload.side} sideOffset={6} className={styles.positioner}>
              <Tooltip.Popup className={styles.popup}>{payload.text}</Tooltip.Popup>
            </Tooltip.Positioner>
          </Tooltip.Portal>
        )
      }
    </Tooltip.Root>
  )
}
