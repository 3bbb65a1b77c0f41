import { Progress } from '@base-ui/react/progress'
import { strings } from '../../shared/strings/strings'
import { useExporting } from '../store/exporting'
import { Button } from '../ui/Button'
import styles from './CodeSide.module.css'

const words = strings.code

/** How far the export is that goes on. */
export function ExportProgress() {
  const going = useExporting(s => s.going)
  if (!going) return null
  const { name, step, steps, cancel } = going
  return (
    <div className={styles.progress}>
      <Progress.Root
        value={steps.indexOf(step) + 1}
        max={steps.length + 1}
        aria-label={words.exporting(name)}
        aria-valuetext={words.steps[step]}
      >
        <Progress.Track className={styles.track}>
          <Progress.Indicator className={styles.done} />
        </Progress.Track>
      </Progress.Root>
      <span role="status">{words.steps[step]}</span>
      <Button onClick={cancel}>{words.cancel}</Button>
    </div>
  )
}
