import { Canvas } from '../canvas/Canvas'
import { Inspector } from '../inspector/Inspector'
import { Palette } from '../palette/Palette'
import { Dock } from './Dock'
import { StatusBar } from './StatusBar'
import { Toolbar } from './Toolbar'
import styles from './Editor.module.css'

export function Editor() {
  return (
    <div className={styles.editor}>
      <Toolbar />
      <div className={styles.middle}>
        <Palette />
        <Canvas />
        <Inspector />
      </div>
      <Dock />
      <StatusBar />
    </div>
  )
}
