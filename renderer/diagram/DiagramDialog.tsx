import { Copy, Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { DIAGRAM_SCALES, useDiagramSettings, type DiagramSettings } from '../store/diagram-settings'
import { useSession } from '../store/session'
import { Button } from '../ui/Button'
import { Segments } from '../ui/Segments'
import { Sheet } from '../ui/Sheet'
import { Switch } from '../ui/Switch'
import { useTheme } from '../ui/theme'
import { fitScale } from './fit-scale'
import { copyDiagram, lookOf, saveDiagramPng, saveDiagramSvg, shownScene } from './take-diagram'
import { usePreview } from './use-preview'
import styles from './DiagramDialog.module.css'

const words = strings.diagram

const close = (): void => useSession.setState({ overlay: null })
const set = (settings: Partial<DiagramSettings>): void => useDiagramSettings.setState(settings)
const scaleOf = (id: string): DiagramSettings['scale'] =>
  DIAGRAM_SCALES.find(scale => String(scale) === id) ?? DIAGRAM_SCALES[1]

/** The network as a picture: how it will look, and the ways to take it away. */
export function DiagramDialog() {
  const [scene] = useState(shownScene)
  const first = useRef<HTMLButtonElement>(null)
  const settings = useDiagramSettings()
  const look = lookOf(
    settings,
    useTheme(s => s.dark)
  )
  const url = usePreview(scene, look)
  const scale = fitScale(scene.width, scene.height, settings.scale)
  const take = (way: () => Promise<void>) => () => {
    close()
    void way()
  }
  return (
    <Sheet title={words.title} className={styles.sheet} initialFocus={first} onClose={close}>
      <div className={`${styles.preview} ${look.transparent ? styles.chequered : ''}`}>
        {url !== null && <img src={url} alt={words.preview} data-theme={look.theme} />}
      </div>
      <div className={styles.rows}>
        <span>{words.colours}</span>
        <Segments
          label={words.colours}
          value={settings.theme}
          options={words.themes}
          onChange={theme => set({ theme })}
        />
        <span>{words.transparent}</span>
        <div>
          <Switch
            label={words.transparent}
            checked={settings.transparent}
            onChange={transparent => set({ transparent })}
          />
        </div>
        <span>{words.scale}</span>
        <div className={styles.scale}>
          <Segments
            label={words.scale}
            value={String(settings.scale)}
            options={words.scales as Readonly<Record<string, string>>}
            onChange={id => set({ scale: scaleOf(id) })}
          />
          <output>{scale === null ? words.tooLarge(scene.cards.length) : pixelsText(scene, scale)}</output>
        </div>
      </div>
      <footer className={styles.foot}>
        {host.copyPicture && (
          <Button look="soft" disabled={scale === null} onClick={take(copyDiagram)}>
            <Copy /> {words.copy}
          </Button>
        )}
        <Button look="soft" disabled={scale === null} onClick={take(saveDiagramPng)}>
          <Download /> {words.png}
        </Button>
        <Button ref={first} look="primary" onClick={take(saveDiagramSvg)}>
          <Download /> {words.svg}
        </Button>
      </footer>
    </Sheet>
  )
}

function pixelsText(
  { width, height }: { readonly width: number; readonly height: number },
  scale: number
): string {
  return words.pixels(countText(Math.round(width * scale)), countText(Math.round(height * scale)))
}
