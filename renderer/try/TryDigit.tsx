import { useEffect, useRef, useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { Bars } from './Bars'
import { centreDigit, type Ink } from './centre-digit'
import { DrawPad } from './DrawPad'
import type { Question } from './question'
import { useAnswer } from './use-answer'
import styles from './TryPanel.module.css'

const words = strings.trying

/** Draw a digit, see what the network sees of it, and what it takes it for. */
export function TryDigit({ question }: { readonly question: Extract<Question, { kind: 'digit' }> }) {
  const { answer, ask, forget } = useAnswer(question)
  const [seen, setSeen] = useState<Float32Array | null>(null)
  const take = (ink: Ink): void => {
    const image = centreDigit(ink)
    if (!image) return
    setSeen(image)
    void ask({ shape: [1, 28, 28, 1], data: image })
  }
  const clear = (): void => {
    setSeen(null)
    forget()
  }
  return (
    <div className={styles.panel}>
      <DrawPad onInk={take} onClear={clear} />
      <div className={styles.seenColumn}>
        <Seen image={seen} />
        <span>{words.seen}</span>
      </div>
      <Bars classes={question.classes} answer={seen ? answer : { kind: 'none' }} />
    </div>
  )
}

function Seen({ image }: { readonly image: Float32Array | null }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const pixels = context.createImageData(28, 28)
    image?.forEach((value, i) => {
      const grey = Math.round(value * 255)
      pixels.data.set([grey, grey, grey, 255], i * 4)
    })
    context.putImageData(pixels, 0, 0)
  }, [image])
  return (
    <canvas ref={canvas} width={28} height={28} className={styles.seen} role="img" aria-label={words.seen} />
  )
}
