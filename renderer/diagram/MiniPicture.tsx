import { createElement } from 'react'
import { blockOf } from '../../shared/blocks/registry'
import { iconOf } from '../ui/block-icons'
import { groupColour } from '../ui/group-colour'
import { miniGeometry, tile } from './mini-geometry'
import type { MiniScene } from './mini-scene'
import styles from './MiniPicture.module.css'

interface MiniPictureProps {
  readonly scene: MiniScene
  /** As large as a stamp: without icons, and as near as it goes. */
  readonly small?: boolean
}

/** A network in small, in the colours of its groups; it says nothing that the words beside it don't. */
export function MiniPicture({ scene, small = false }: MiniPictureProps) {
  const { all, centres, paths, frames } = miniGeometry(scene, small ? 'near' : 'far')
  const box = [all.left, all.top, all.right - all.left, all.bottom - all.top]
  return (
    <svg
      className={`${styles.picture} ${small ? styles.small : ''}`}
      viewBox={box.join(' ')}
      aria-hidden="true"
    >
      {frames.map(({ box: { left, top, right, bottom }, repeat }, i) => (
        <g key={i}>
          <rect
            className={styles.frame}
            x={left}
            y={top}
            width={right - left}
            height={bottom - top}
            rx={10}
          />
          {repeat > 1 && !small && (
            <text className={styles.repeat} x={right} y={top - 5} textAnchor="end">
              × {repeat}
            </text>
          )}
        </g>
      ))}
      {paths.map((path, i) => (
        <path key={i} className={styles.edge} d={path} />
      ))}
      {scene.tiles.map(({ type }, i) => {
        const { x = 0, y = 0 } = centres[i] ?? {}
        const group = blockOf(type)?.group
        const corner = { x: x - tile.size / 2, y: y - tile.size / 2 }
        const size = { width: tile.size, height: tile.size, rx: tile.radius }
        const icon = { x: x - tile.icon / 2, y: y - tile.icon / 2, size: tile.icon, strokeWidth: 1.75 }
        return (
          <g key={i} style={{ '--c': groupColour(group) }}>
            <rect className={styles.tile} {...corner} {...size} />
            {!small && createElement(iconOf(type, group), icon)}
          </g>
        )
      })}
    </svg>
  )
}
