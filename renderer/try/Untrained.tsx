import { Grid3x3, Images, MessageCircleQuestionMark, Play, type LucideIcon } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { CommandButton } from '../commands/CommandButton'
import styles from './TryPanel.module.css'

const words = strings.trying

const promises: readonly (readonly [LucideIcon, keyof typeof words.promises])[] = [
  [MessageCircleQuestionMark, 'ask'],
  [Images, 'samples'],
  [Grid3x3, 'matrix']
]

interface UntrainedProps {
  readonly title: string
  readonly hint: string
}

/** What will be here once the network is trained, and the way there. */
export function Untrained({ title, hint }: UntrainedProps) {
  return (
    <div className={styles.untrained}>
      <h2>{title}</h2>
      <p>{hint}</p>
      <ul>
        {promises.map(([Icon, id]) => (
          <li key={id}>
            <Icon />
            <span>{words.promises[id]}</span>
          </li>
        ))}
      </ul>
      <CommandButton id="train" look="primary" icon={<Play />}>
        {strings.commands.train}
      </CommandButton>
    </div>
  )
}
