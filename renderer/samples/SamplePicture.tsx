import { useEffect, useRef } from 'react'
import type { Field } from '../../shared/datasets/dataset'
import { namedColumn } from './named-column'
import { sampleText } from './sample-text'
import styles from './SamplePicture.module.css'

interface SamplePictureProps {
  readonly field: Field
  /** The values of one sample. */
  readonly values: ArrayLike<number>
  readonly size: 'small' | 'large'
}

/** One sample as people see it: an image, a word, the numbers of a row. */
export function SamplePicture({ field, values, size }: SamplePictureProps) {
  if (field.kind === 'image') return <Pixels shape={field.type.shape} values={values} size={size} />
  if (field.kind === 'vector' && size === 'large') return <Row names={field.columns} values={values} />
  return <span className={`${styles.text} ${styles[size] ?? ''}`}>{sampleText(field, values)}</span>
}

/** Each number of a row with its name. */
function Row({ names, values }: { readonly names: readonly string[]; readonly values: ArrayLike<number> }) {
  return (
    <dl className={styles.row}>
      {names.map((name, i) => {
        const { label, unit } = namedColumn(name)
        return (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {Number((values[i] ?? 0).toPrecision(3))} {unit}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

interface PixelsProps {
  readonly shape: readonly (number | null)[]
  readonly values: ArrayLike<number>
  readonly size: 'small' | 'large' | 'fit'
}

/** An image of the dataset, `[height, width, channels]`, 0 to 1. */
export function Pixels({ shape, values, size }: PixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [height, width, channels] = [shape[0] ?? 1, shape[1] ?? 1, shape[2] ?? 1]
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const pixels = context.createImageData(width, height)
    for (let i = 0; i < width * height; i++) {
      const at = (channel: number): number =>
        (values[i * channels + Math.min(channel, channels - 1)] ?? 0) * 255
      pixels.data.set([at(0), at(1), at(2), 255], i * 4)
    }
    context.putImageData(pixels, 0, 0)
  }, [width, height, channels, values])
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={`${styles.pixels} ${styles[size] ?? ''}`}
      aria-hidden="true"
    />
  )
}
