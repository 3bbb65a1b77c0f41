import { useEffect, type CSSProperties } from 'react'
import { strings } from '../../shared/strings/strings'
import { Canvas } from '../canvas/Canvas'
import { Inspector } from '../inspector/Inspector'
import { Palette } from '../palette/Palette'
import { followWidth, gridOf, useLayout } from '../store/layout'
import { Dock } from './Dock'
import { Splitter } from './Splitter'
import { StatusBar } from './StatusBar'
import { Toolbar } from './Toolbar'
import styles from './Editor.module.css'

export function Editor() {
  const layout = useLayout()
  useEffect(followWidth, [])
  return (
    <div className={styles.editor} style={gridOf(layout) as CSSProperties}>
      <a className={styles.skip} href="#canvas">
        {strings.app.skip}
      </a>
      <header>
        <Toolbar />
      </header>
      <div className={styles.middle}>
        {layout.palette.open && <Palette />}
        <Canvas />
        {layout.inspector.open && <Inspector />}
      </div>
      <Dock />
      <StatusBar />
      <section aria-label={strings.app.sizes}>
        <Splitter id="palette" />
        <Splitter id="inspector" />
        <Splitter id="dock" />
      </section>
    </div>
  )
}
