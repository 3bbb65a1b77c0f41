import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from '../ui/theme'
import { CommandButton } from './CommandButton'

const icons = { system: Monitor, light: Sun, dark: Moon }

/** From the system's theme to light, to dark, and back. */
export function ThemeButton() {
  const Icon = icons[useTheme(s => s.theme)]
  return <CommandButton id="nextTheme" icon={<Icon />} />
}
