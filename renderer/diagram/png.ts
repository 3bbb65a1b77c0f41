import { fail, ok, type Result } from '../../shared/result'

/** An SVG of this size as a PNG of `scale` pixels for each of its own. */
export async function pngOf(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  scale: number
): Promise<Result<Uint8Array, string>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
    const context = canvas.getContext('2d')
    if (!context) return fail('The browser gives no canvas to draw on.')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return ok(new Uint8Array(await blob.arrayBuffer()))
  } catch (reason) {
    return fail(
      `The browser could not draw it: ${reason instanceof Error ? reason.message : String(reason)}.`
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
