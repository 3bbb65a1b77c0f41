import { useEffect, useRef } from 'react'
import type { Picture } from '../../shared/training/protocol'
import { useTheme } from '../ui/theme'
import styles from './Thumbnail.module.css'

interface ThumbnailProps {
  readonly picture: Picture
  readonly colour: string
}

/** What a block computes for one sample, as strong in its group's colour as the values are high. */
export function Thumbnail({ picture, colour }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const dark = useTheme(s => s.dark)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) draw(context, picture)
  }, [picture, dark])
  return (
    <div className={styles.place} style={{ color: colour }}>
      <canvas ref={canvas} width={picture.width} height={picture.height} className={styles.picture} />
    </div>
  )
}

function draw(context: CanvasRenderingContext2D, { width, height, pixels }: Picture): void {
  const image = context.createImageData(width, height)
  for (let i = 0; i < pixels.length; i++) image.data[i * 4 + 3] = pixels[i] ?? 0
  context.putImageData(image, 0, 0)
  // The values are how opaque a pixel is; the colour comes from the theme.
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = getComputedStyle(context.canvas).color
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
}
