import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { RefObject } from 'react'
import { SETTINGS } from '../../shared/settings/settings'
import type { Theme } from '../ui/theme'
import { MiniWindow } from './MiniWindow'
import styles from './ThemeTiles.module.css'

interface ThemeTilesProps {
  readonly label: string
  readonly describedBy: string
  readonly value: Theme
  readonly options: Readonly<Record<Theme, string>>
  /** Of the tile that is chosen. */
  readonly chosen?: RefObject<HTMLElement | null> | undefined
  readonly onChange: (theme: Theme) => void
}

/** The themes as pictures of the window; arrow keys move along them. */
export function ThemeTiles({ label, describedBy, value, options, chosen, onChange }: ThemeTilesProps) {
  return (
    <RadioGroup
      className={styles.tiles}
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      onValueChange={onChange}
    >
      {SETTINGS.theme.values.map(theme => (
        <Radio.Root
          key={theme}
          value={theme}
          className={styles.tile}
          {...(theme === value && chosen && { ref: chosen })}
        >
          <span className={styles.picture}>
            {theme === 'system' ? (
              <>
                <MiniWindow theme="light" />
                <MiniWindow theme="dark" className={styles.half} />
              </>
            ) : (
              <MiniWindow theme={theme} />
            )}
          </span>
          <span className={styles.name}>{options[theme]}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
