/** A pad of so many pixels a side; a stroke of MNIST is about a tenth as wide as its digit. */
export const pad = 280
const brush = 22

/** How far the pen goes with one key. */
const stride = 14

export interface Place {
  readonly x: number
  readonly y: number
}

export const middle: Place = { x: pad / 2, y: pad / 2 }

export function stroke(context: CanvasRenderingContext2D, from: Place, to: Place): void {
  context.lineWidth = brush
  context.lineCap = context.lineJoin = 'round'
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.stroke()
}

/** Where an arrow key takes the pen; `null` for any other key. */
export function moved({ x, y }: Place, key: string): Place | null {
  const kept = (value: number): number => Math.min(pad - brush / 2, Math.max(brush / 2, value))
  switch (key) {
    case 'ArrowLeft':
      return { x: kept(x - stride), y }
    case 'ArrowRight':
      return { x: kept(x + stride), y }
    case 'ArrowUp':
      return { x, y: kept(y - stride) }
    case 'ArrowDown':
      return { x, y: kept(y + stride) }
    default:
      return null
  }
}

/** A square image of the dataset as ink on the pad: white there is what was drawn. */
export function layDown(context: CanvasRenderingContext2D, image: ArrayLike<number>): void {
  const side = Math.round(Math.sqrt(image.length))
  const small = document.createElement('canvas')
  small.width = small.height = side
  const pixels = new ImageData(side, side)
  for (let i = 0; i < image.length; i++) pixels.data[i * 4 + 3] = (image[i] ?? 0) * 255
  small.getContext('2d')?.putImageData(pixels, 0, 0)
  context.clearRect(0, 0, pad, pad)
  context.drawImage(small, 0, 0, pad, pad)
}
