import { Panel, useReactFlow, useStore, type FitViewOptions } from '@xyflow/react'
import { Images, Minus, Plus } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { runCommand } from '../commands/registry'
import { useThumbnails } from '../store/thumbnails'
import { Button } from '../ui/Button'
import { Hint } from '../ui/Hint'
import styles from './Canvas.module.css'

const words = strings.canvas

export function ZoomBar({ fit }: { readonly fit: FitViewOptions }) {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const zoom = useStore(s => Math.round(s.transform[2] * 100))
  const thumbnails = useThumbnails(s => s.on)
  return (
    <Panel position="bottom-left" className={styles.zoom}>
      <Button aria-label={words.zoomOut} title={words.zoomOut} onClick={() => void zoomOut()}>
        <Minus />
      </Button>
      <span>{zoom}%</span>
      <Button aria-label={words.zoomIn} title={words.zoomIn} onClick={() => void zoomIn()}>
        <Plus />
      </Button>
      <Button title={words.wholeNetwork} onClick={() => void fitView(fit)}>
        {words.fit}
      </Button>
      <Hint text={words.thumbnails}>
        <Button
          aria-label={words.thumbnails}
          aria-pressed={thumbnails}
          className={thumbnails ? styles.pressed : ''}
          onClick={() => runCommand('toggleThumbnails')}
        >
          <Images />
        </Button>
      </Hint>
    </Panel>
  )
}
