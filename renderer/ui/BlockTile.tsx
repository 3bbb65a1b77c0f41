import { createElement } from 'react'
import { blockOf } from '../../shared/blocks/registry'
import { iconOf } from './block-icons'
import { groupColour } from './group-colour'
import styles from './BlockTile.module.css'

const sizes = { small: styles.small, medium: styles.medium, large: styles.large }

interface BlockTileProps {
  readonly type: string
  readonly size?: keyof typeof sizes
}

/** The icon of a type of block, in the colour of its group. */
export function BlockTile({ type, size = 'small' }: BlockTileProps) {
  const group = blockOf(type)?.group
  return (
    <span
      className={`${styles.tile} ${sizes[size]}`}
      style={{ '--c': groupColour(group) }}
      aria-hidden="true"
    >
      {createElement(iconOf(type, group), { strokeWidth: 1.75 })}
    </span>
  )
}
