import { Eraser } from 'lucide-react'
import { useRef, useState, type PointerEvent } from 'react'
import { strings } from '../../shared/strings/strings'
import { Button } from '../ui/Button'
import type { Ink } from './centre-digit'
import styles from './TryPanel.module.css'

const words = strings.trying

/** In pixels of the pad; a stroke of MNIST is about a tenth as wide as its digit. */
const pad = 280
const brush = 22

interface DrawPadProps {
  /** After each stroke, and while one goes on. */
  readonly onInk: (ink: Ink) => void
  readonly onClear: () => void
}

/** A pad for a mouse, a pen or a finger. */
export function DrawPad({ onInk, onClear }: DrawPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const [empty, setEmpty] = useState(true)

  const drawTo = (event: PointerEvent<HTMLCanvasElement>): void => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true })
    if (!context) return
    const to = placeOf(event)
    const from = last.current ?? to
    last.current = to
    context.lineWidth = brush
    context.lineCap = context.lineJoin = 'round'
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
    onInk(readInk(context))
  }

  return (
    <div className={styles.padColumn}>
      <div className={styles.pad}>
        <canvas
          ref={canvas}
          width={pad}
          height={pad}
          aria-label={words.pad}
          role="img"
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId)
            setEmpty(false)
            drawTo(event)
          }}
          onPointerMove={event => {
            if (last.current !== null) drawTo(event)
          }}
          onPointerUp={() => (last.current = null)}
          onPointerCancel={() => (last.current = null)}
        />
        {empty && <span>{words.drawHint}</span>}
      </div>
      <Button
        disabled={empty}
        onClick={() => {
          canvas.current?.getContext('2d')?.clearRect(0, 0, pad, pad)
          setEmpty(true)
          onClear()
        }}
      >
        <Eraser /> {words.clear}
      </Button>
    </div>
  )
}

/** In pixels of the pad, however large it is shown. */
function placeOf(event: PointerEvent<HTMLCanvasElement>) {
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
