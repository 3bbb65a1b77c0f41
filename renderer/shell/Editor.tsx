import { useEffect, type CSSProperties } from 'react'
import { strings } from '../../shared/strings/strings'
import { AfterCanvas } from '../canvas/AfterCanvas'
import { Canvas, ZoomBar } from '../canvas/Canvas'
import { followWidth, gridOf, useLayout } from '../store/layout'
import { part } from '../ui/part'
import { Splitter } from './Splitter'
import styles from './Editor.module.css'

const dockPlace = <div className={styles.dockPlace} />

const StatusBar = part(() => import('./panels').then(module => module.StatusBar))
const Toolbar = part(() => import('./panels').then(module => module.Toolbar))
const Palette = part(() => import('./panels').then(module => module.Palette))
const Inspector = part(() => import('./panels').then(module => module.Inspector))
const Dock = part(() => import('./panels').then(module => module.Dock), dockPlace)

/** So that the panels stand there at once when the editor is shown. */
export async function loadPanels(): Promise<void> {
  await Promise.all([Toolbar, Palette, Inspector, Dock, StatusBar, ZoomBar].map(one => one.load()))
}

export function Editor() {
  const layout = useLayout()
  useEffect(followWidth, [])
  return (
    <div className={styles.editor} style={gridOf(layout) as CSSProperties}>
      <a className={styles.skip} href="#canvas">
        {strings.app.skip}
      </a>
      <header>
        <AfterCanvas>
          <Toolbar />
        </AfterCanvas>
      </header>
      <div className={styles.middle}>
        <AfterCanvas>{layout.palette.open && <Palette />}</AfterCanvas>
        <Canvas />
        <AfterCanvas>{layout.inspector.open && <Inspector />}</AfterCanvas>
      </div>
      <AfterCanvas before={dockPlace}>
        <Dock />
      </AfterCanvas>
      <AfterCanvas>
        <StatusBar />
      </AfterCanvas>
      <section aria-label={strings.app.sizes}>
        <Splitter id="palette" />
        <Splitter id="inspector" />
        <Splitter id="dock" />
      </section>
    </div>
  )
}
