import type { ReactNode, RefObject } from 'react'
import { settingOf, type SettingId } from '../../shared/settings/settings'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { changeSettings, useSettings } from '../store/settings'
import { Button } from '../ui/Button'
import { Segments } from '../ui/Segments'
import { Select } from '../ui/Select'
import { Switch } from '../ui/Switch'
import type { SettingsRow } from './sections'
import { ThemeTiles } from './ThemeTiles'
import styles from './SettingsDialog.module.css'

const words = strings.settings

/** The graphics card that this window was drawn by. */
const graphicsNow = useSettings.getState().graphics

type Row = Extract<SettingsRow, { kind: 'setting' }>

interface SettingRowProps {
  readonly row: Row
  /** What is to have the focus at first. */
  readonly first: RefObject<HTMLElement | null>
}

/** A setting with its label, its help and what it is chosen by. */
export function SettingRow({ row, first }: SettingRowProps) {
  const { label, help } = words.fields[row.id]
  const helpId = `settings-${row.id}-help`
  return (
    <div className={`${styles.row} ${row.look === 'tiles' ? styles.below : ''}`}>
      <div className={styles.words}>
        <b>{label}</b>
        <p id={helpId}>{help}</p>
      </div>
      <div className={styles.control}>
        <Extra button={row.button} />
        <Control id={row.id} look={row.look} helpId={helpId} first={first} />
      </div>
    </div>
  )
}

interface ControlProps {
  readonly id: SettingId
  readonly look: Row['look']
  readonly helpId: string
  readonly first: RefObject<HTMLElement | null>
}

function Control({ id, look, helpId, first }: ControlProps): ReactNode {
  const value = useSettings(s => s[id])
  const theme = useSettings(s => s.theme)
  const { label, values } = words.fields[id]
  const change = (chosen: string): void => changeSettings({ [id]: settingOf(id, chosen) })
  const common = { label, describedBy: helpId }
  switch (look) {
    case 'tiles':
      return (
        <ThemeTiles
          {...common}
          value={theme}
          options={words.fields.theme.values}
          chosen={first}
          onChange={change}
        />
      )
    case 'segments':
      return (
        <Segments<string>
          {...common}
          value={value}
          options={values as Readonly<Record<string, string>>}
          onChange={change}
        />
      )
    case 'select':
      return <Select {...common} value={value} options={values} onChange={change} />
    case 'switch':
      return <Switch {...common} checked={value === 'on'} onChange={on => change(on ? 'on' : 'off')} />
  }
}

/** What can be done at once beside the choice, on a desktop. */
function Extra({ button }: { readonly button: Row['button'] }): ReactNode {
  const graphics = useSettings(s => s.graphics)
  switch (button) {
    case 'restart':
      return (
        graphics !== graphicsNow && (
          <Button look="soft" onClick={() => host.desktop?.restartApp()}>
            {words.restart}
          </Button>
        )
      )
    case 'checkNow':
      return (
        <Button look="soft" onClick={() => host.desktop?.checkForUpdates()}>
          {words.checkNow}
        </Button>
      )
    case undefined:
      return null
  }
}
