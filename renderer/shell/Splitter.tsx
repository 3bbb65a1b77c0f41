import type { KeyboardEvent, PointerEvent } from 'react'
import { strings } from '../../shared/strings/strings'
import { focusPart } from '../commands/focus-parts'
import { bounds, resizePanel, togglePanel, useLayout, type PanelId } from '../store/layout'
import styles from './Splitter.module.css'

/** Which way the pointer goes when the panel grows. */
const directions: Readonly<Record<PanelId, readonly [x: number, y: number]>> = {
  palette: [1, 0],
  inspector: [-1, 0],
  dock: [0, -1]
}

/** The line between a panel and the canvas: dragged, or moved by arrow keys; Enter closes, a double click resets. */
export function Splitter({ id }: { readonly id: PanelId }) {
  const { size, open } = useLayout(s => s[id])
  const [x, y] = directions[id]
  if (!open) return null

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.preventDefault()
    const line = event.currentTarget
    line.setPointerCapture(event.pointerId)
    const [startX, startY] = [event.clientX, event.clientY]
    const move = (moved: globalThis.PointerEvent): void =>
      resizePanel(id, size + x * (moved.clientX - startX) + y * (moved.clientY - startY))
    const end = (): void => {
      line.removeEventListener('pointermove', move)
      line.removeEventListener('lostpointercapture', end)
    }
    line.addEventListener('pointermove', move)
    line.addEventListener('lostpointercapture', end)
  }

  const keys = (event: KeyboardEvent): void => {
    const along = { ArrowRight: x, ArrowLeft: -x, ArrowDown: y, ArrowUp: -y }[event.key] ?? 0
    if (along !== 0) resizePanel(id, size + along * (event.shiftKey ? 80 : 16))
    else if (event.key === 'Home') resizePanel(id, bounds[id].min)
    else if (event.key === 'End') resizePanel(id, bounds[id].max)
    else if (event.key === 'Enter') {
      togglePanel(id)
      // The line goes with its panel; the button that opens it again has the focus.
      focusPart(id === 'dock' ? 'dock' : 'toolbar')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={`${styles.line} ${styles[id] ?? ''}`}
      role="separator"
      tabIndex={0}
      aria-label={strings.app.resize(strings.app.panels[id])}
      aria-orientation={y === 0 ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={bounds[id].min}
      aria-valuemax={bounds[id].max}
      onPointerDown={drag}
      onKeyDown={keys}
      onDoubleClick={() => resizePanel(id, bounds[id].preset)}
    />
  )
}
