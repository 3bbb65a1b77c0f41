import { RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { SettingId } from '../../shared/settings/settings'
import { strings } from '../../shared/strings/strings'
import { changeSettings, defaultSettings, useSettings, type Settings } from '../store/settings'
import { Button } from '../ui/Button'

const words = strings.settings

/** Chooses the default for all that is shown; until something else is chosen it can be undone. */
export function ResetButton({ ids }: { readonly ids: readonly SettingId[] }) {
  const settings = useSettings()
  const [before, setBefore] = useState<Partial<Settings> | null>(null)
  const isReset = ids.every(id => settings[id] === defaultSettings[id])
  if (isReset && before !== null)
    return (
      <Button
        onClick={() => {
          changeSettings(before)
          setBefore(null)
        }}
      >
        <Undo2 /> {words.undoReset}
      </Button>
    )
  return (
    <Button
      disabled={isReset}
      onClick={() => {
        setBefore(only(ids, settings))
        changeSettings(only(ids, defaultSettings))
      }}
    >
      <RotateCcw /> {words.reset}
    </Button>
  )
}

function only(ids: readonly SettingId[], settings: Settings): Partial<Settings> {
  return Object.fromEntries(ids.map(id => [id, settings[id]]))
}
