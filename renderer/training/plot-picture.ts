import type UPlot from 'uplot'
import { fail, ok, type Result } from '../../shared/result'
import type { PlotLine } from './plot-lines'

const scale = 2
const margin = 16
const head = 40

/** A plot as a PNG of twice its size on the screen, with its title and what each line is, on the theme's ground. */
export async function plotPicture(
  plot: UPlot,
  title: string,
  lines: readonly PlotLine[]
): Promise<Result<Uint8Array, string>> {
  const style = getComputedStyle(plot.root)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const canvas = document.createElement('canvas')
  canvas.width = (plot.width + 2 * margin) * scale
  canvas.height = (plot.height + head + 2 * margin) * scale
  const context = canvas.getContext('2d')
  if (!context) return fail('the browser gives no canvas to draw on')
  context.scale(scale, scale)
  context.fillStyle = token('--panel')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.textBaseline = 'middle'
  context.fillStyle = token('--ink')
  context.font = `600 14px ${token('--font')}`
  context.fillText(title, margin, margin + head / 2)
  context.font = `12px ${token('--font')}`
  let x = plot.width + margin
  for (const { label, colour } of lines.filter(line => line.label !== '').toReversed()) {
    const width = context.measureText(label).width
    x -= width
    context.fillStyle = token('--ink-2')
    context.fillText(label, x, margin + head / 2)
    context.fillStyle = token(colour)
    context.fillRect(x - 20, margin + head / 2 - 1, 14, 2)
    x -= 34
  }
  context.drawImage(plot.ctx.canvas, margin, margin + head, plot.width, plot.height)
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
  return blob ? ok(new Uint8Array(await blob.arrayBuffer())) : fail('the browser could not write a PNG')
}
