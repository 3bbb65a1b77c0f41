import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { ReactNode } from 'react'
import styles from './Segments.module.css'

interface SegmentsProps<Id extends string> {
  readonly label: string
  readonly value: Id
  readonly options: Readonly<Record<Id, ReactNode>>
  /** The id of the words that explain it. */
  readonly describedBy?: string | undefined
  readonly onChange: (value: Id) => void
  /** One below the other. */
  readonly vertical?: boolean
}

/** One of a few, all in sight; arrow keys move along them. */
export function Segments<Id extends string>(props: SegmentsProps<Id>) {
  const { label, value, options, describedBy, onChange, vertical = false } = props
  return (
    <ToggleGroup
      className={`${styles.group} ${vertical ? styles.vertical : ''}`}
      orientation={vertical ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-describedby={describedBy}
      value={[value]}
      onValueChange={([chosen]) => {
        // Pressing the one that is chosen leaves it chosen.
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {(Object.keys(options) as Id[]).map(id => (
        <Toggle key={id} value={id} className={styles.segment}>
          {options[id]}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
