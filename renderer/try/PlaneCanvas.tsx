import { useEffect, useRef } from 'react'
import { classToken } from '../samples/class-look'
import { useTheme } from '../ui/theme'
import { channelsOf, paintedPlane, type Grid } from './plane'

interface PlaneCanvasProps {
  readonly grid: Grid
  readonly classes: number
  /** Probabilities of each point of the grid; `null` before there are any. */
  readonly shares: ArrayLike<number> | null
}

/** The plane in the colours of its classes; the browser smooths it up to its size. */
export function PlaneCanvas({ grid: { columns, rows }, classes, shares }: PlaneCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const dark = useTheme(s => s.dark)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    if (!shares) {
      context.clearRect(0, 0, columns, rows)
      return
    }
    const style = getComputedStyle(element)
    const colour = (token: string) => channelsOf(style.getPropertyValue(token))
    const colours = Array.from({ length: classes }, (_, place) => colour(classToken(place)))
    const pixels = paintedPlane(shares, colours, colour('--panel'))
    context.putImageData(new ImageData(pixels, columns, rows), 0, 0)
  }, [columns, rows, classes, shares, dark])
  return <canvas ref={canvas} width={columns} height={rows} aria-hidden="true" />
}
