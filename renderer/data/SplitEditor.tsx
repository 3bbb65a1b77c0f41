import { RotateCcw } from 'lucide-react'
import { int } from '../../shared/blocks/params'
import type { Dataset } from '../../shared/datasets/dataset'
import { PARTS, splitMistake } from '../../shared/datasets/split'
import type { DataBinding } from '../../shared/document/schema'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { NumberField } from '../inspector/NumberField'
import { beginGesture, edit, endGesture } from '../store/edit-document'
import { Button } from '../ui/Button'
import { Hint } from '../ui/Hint'
import styles from './SplitEditor.module.css'

const words = strings.data

interface SplitEditorProps {
  readonly data: DataBinding
  readonly dataset: Dataset
}

/** How many samples are learned from and how many held back; what does not fit is refused in words. */
export function SplitEditor({ data, dataset }: SplitEditorProps) {
  const { split } = data
  const own = { ...dataset.split, seed: 1 }
  const isOwn = [...PARTS, 'seed' as const].every(key => split[key] === own[key])
  const unused = Math.max(0, dataset.size - PARTS.reduce((n, part) => n + split[part], 0))

  const change = (key: keyof typeof split, value: number): string | null => {
    if (!Number.isSafeInteger(value)) return words.notWhole(key === 'seed' ? words.seed : words.parts[key])
    const next = { ...split, [key]: value }
    if (next.train === 0) return words.noTraining
    const mistake = splitMistake(dataset, next)
    if (mistake !== null) return words.sentence(mistake)
    const changed = edit([{ kind: 'setData', data: { ...data, split: next } }], words.changeSplit)
    return changed.ok ? null : changed.error.message
  }

  const field = (key: keyof typeof split, label: string, help: string) => (
    <div key={key} className={styles.row} data-split={key}>
      <Hint text={help}>
        <span tabIndex={-1}>{label}</span>
      </Hint>
      <NumberField
        label={label}
        param={int({ label, help, default: own[key], min: key === 'train' ? 1 : 0, max: dataset.size })}
        value={split[key]}
        invalid={false}
        onBegin={() => beginGesture(words.changeSplit)}
        onEnd={endGesture}
        onChange={value => change(key, value)}
      />
    </div>
  )

  return (
    <section className={styles.split} aria-label={words.split}>
      <header>
        <h3>{words.split}</h3>
        {unused > 0 && <span>{words.unused(countText(unused))}</span>}
        <Hint text={words.resetHelp}>
          <Button
            disabled={isOwn}
            onClick={() => edit([{ kind: 'setData', data: { ...data, split: own } }], words.resetSplit)}
          >
            <RotateCcw /> {words.reset}
          </Button>
        </Hint>
      </header>
      <div
        className={styles.bar}
        role="img"
        aria-label={words.splitOf(countText(split.train), countText(split.validation), countText(split.test))}
      >
        {PARTS.map(part => (
          <i key={part} data-split={part} style={{ flexGrow: split[part] }} />
        ))}
        <i style={{ flexGrow: unused }} />
      </div>
      {PARTS.map(part => field(part, words.parts[part], words.partsHelp[part]))}
      {field('seed', words.seed, words.seedHelp)}
    </section>
  )
}
