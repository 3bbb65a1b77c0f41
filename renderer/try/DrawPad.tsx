import { Eraser } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { strings } from '../../shared/strings/strings'
import { Button } from '../ui/Button'
import type { Ink } from './centre-digit'
import { layDown, middle, moved, pad, stroke, type Place } from './pen'
import styles from './TryPanel.module.css'

const words = strings.trying

interface DrawPadProps {
  /** An image to lay down in place of what was drawn. */
  readonly image: ArrayLike<number> | null
  /** After each stroke, and while one goes on. */
  readonly onInk: (ink: Ink) => void
  readonly onClear: () => void
}

/** A pad for a mouse, a pen, a finger or the arrow keys. */
export function DrawPad({ image, onInk, onClear }: DrawPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<Place | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  const isEmpty = !isDrawn && image === null
  /** The pen that keys move; `null` while the mouse is used. */
  const [pen, setPen] = useState<(Place & { readonly down: boolean }) | null>(null)
  const context = () => canvas.current?.getContext('2d', { willReadFrequently: true }) ?? null

  useEffect(() => {
    const paper = context()
    if (image && paper) layDown(paper, image)
  }, [image])

  const draw = (from: Place, to: Place): void => {
    const paper = context()
    if (!paper) return
    stroke(paper, from, to)
    setDrawn(true)
    onInk(readInk(paper))
  }

  const drawTo = (event: PointerEvent<HTMLCanvasElement>): void => {
    const to = placeOf(event)
    draw(last.current ?? to, to)
    last.current = to
  }

  const keys = (event: KeyboardEvent): void => {
    const at = pen ?? { ...middle, down: false }
    if (event.key === ' ') {
      event.preventDefault()
      setPen({ ...at, down: !at.down })
      if (!at.down) draw(at, at)
      return
    }
    const to = moved(at, event.key)
    if (!to) return
    event.preventDefault()
    setPen({ ...to, down: at.down })
    if (at.down) draw(at, to)
  }

  return (
    <div className={styles.padColumn}>
      <div
        className={styles.pad}
        role="application"
        aria-label={words.padKeys}
        tabIndex={0}
        onKeyDown={keys}
        onBlur={() => setPen(null)}
      >
        <canvas
          ref={canvas}
          width={pad}
          height={pad}
          aria-label={words.pad}
          role="img"
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId)
            setPen(null)
            drawTo(event)
          }}
          onPointerMove={event => {
            if (last.current !== null) drawTo(event)
          }}
          onPointerUp={() => (last.current = null)}
          onPointerCancel={() => (last.current = null)}
        />
        {isEmpty && !pen && (
          <span>
            {words.drawHint}
            <small>{words.padKeys}</small>
          </span>
        )}
        {pen && (
          <i
            className={pen.down ? styles.penDown : styles.penUp}
            style={{ left: `${(pen.x / pad) * 100}%`, top: `${(pen.y / pad) * 100}%` }}
          />
        )}
      </div>
      <Button
        disabled={isEmpty}
        onClick={() => {
          context()?.clearRect(0, 0, pad, pad)
          setDrawn(false)
          onClear()
        }}
      >
        <Eraser /> {words.clear}
      </Button>
    </div>
  )
}

/** In pixels of the pad, however large it is shown. */
function placeOf(event: PointerEvent<HTMLCanvasElement>): Place {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return { x: ((event.clientX - left) / width) * pad, y: ((event.clientY - top) / height) * pad }
}

/** How much of each pixel is covered: the strokes' edges are grey, as those of MNIST are. */
function readInk(context: CanvasRenderingContext2D): Ink {
  const { data } = context.getImageData(0, 0, pad, pad)
  return {
    width: pad,
    height: pad,
    dark: Float32Array.from({ length: pad * pad }, (_, i) => (data[i * 4 + 3] ?? 0) / 255)
  }
}
