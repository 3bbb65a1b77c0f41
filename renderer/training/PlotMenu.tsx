import { Popover } from '@base-ui/react/popover'
import { Download, SlidersHorizontal } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { usePlotSettings } from '../store/plot-settings'
import { Button } from '../ui/Button'
import { Slider } from '../ui/Slider'
import { Switch } from '../ui/Switch'
import styles from './PlotMenu.module.css'

const words = strings.training

interface PlotMenuProps {
  readonly onPicture: () => void
  readonly onTable: () => void
}

/** How the plots are looked at, and how they are taken away. */
export function PlotMenu({ onPicture, onTable }: PlotMenuProps) {
  const { log, smoothing } = usePlotSettings()
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger} aria-label={words.plots} title={words.plots}>
        <SlidersHorizontal />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" side="top" className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>{words.plots}</Popover.Title>
            <div className={styles.row}>
              <span>{words.log}</span>
              <Switch
                label={words.log}
                checked={log}
                onChange={checked => usePlotSettings.setState({ log: checked })}
              />
            </div>
            <div className={styles.row}>
              <span>{words.smoothing}</span>
              <Slider
                label={words.smoothing}
                value={smoothing}
                min={0}
                max={0.99}
                step={0.01}
                onChange={value => usePlotSettings.setState({ smoothing: value })}
              />
              <output aria-live="off">{smoothing.toFixed(2)}</output>
            </div>
            <div className={styles.ways}>
              <Button look="soft" onClick={onPicture}>
                <Download /> {words.savePicture}
              </Button>
              <Button look="soft" onClick={onTable}>
                <Download /> {words.saveTable}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
