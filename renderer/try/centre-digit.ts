/** What was drawn: how dark each pixel is, 0 to 1, row by row. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly dark: Float32Array
}

/** Of an image of MNIST, and of the box that a digit fits into. */
const side = 28
const box = 20

/** Points looked at along each side of a pixel, for grey edges. */
const samples = 6

/**
 * Makes of a drawing what an image of MNIST is, `[28, 28]` in rows, 0 to 1. Its makers scaled each digit into a box
 * of 20 × 20 pixels, keeping its proportions, and put its centre of mass into the middle of 28 × 28. A network that
 * learned from such images has never seen a small digit in a corner, and would be wrong on it.
 * Source: LeCun, Cortes, Burges: The MNIST database of handwritten digits. `null` for an empty drawing.
 */
export function centreDigit(ink: Ink): Float32Array | null {
  const bounds = boundsOf(ink)
  if (!bounds) return null
  const { left, top, right, bottom } = bounds
  const scale = box / Math.max(right - left, bottom - top)
  const mass = massOf(ink)
  const image = new Float32Array(side * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let sum = 0
      for (let j = 0; j < samples; j++)
        for (let i = 0; i < samples; i++) {
          // From the middle of the image, where the centre of mass lies, back into the drawing.
          const sourceX = mass.x + (x + (i + 0.5) / samples - side / 2) / scale
          const sourceY = mass.y + (y + (j + 0.5) / samples - side / 2) / scale
          sum += darkAt(ink, Math.floor(sourceX), Math.floor(sourceY))
        }
      image[y * side + x] = sum / samples ** 2
    }
  return image
}

function darkAt({ width, height, dark }: Ink, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : (dark[y * width + x] ?? 0)
}

function boundsOf(ink: Ink) {
  let [left, top, right, bottom] = [ink.width, ink.height, 0, 0]
  eachDark(ink, (x, y) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + 1)
    bottom = Math.max(bottom, y + 1)
  })
  return right > left ? { left, top, right, bottom } : null
}

/** The centre of mass, in pixels; of a pixel its middle. */
function massOf(ink: Ink): { readonly x: number; readonly y: number } {
  let [total, x, y] = [0, 0, 0]
  eachDark(ink, (column, row, dark) => {
    total += dark
    x += dark * (column + 0.5)
    y += dark * (row + 0.5)
  })
  return { x: x / total, y: y / total }
}

function eachDark(ink: Ink, visit: (x: number, y: number, dark: number) => void): void {
  for (let y = 0; y < ink.height; y++)
    for (let x = 0; x < ink.width; x++) {
      const dark = darkAt(ink, x, y)
      if (dark > 0.05) visit(x, y, dark)
    }
}
