import { about } from './en-about'
import { canvas, palette } from './en-canvas'
import { code } from './en-code'
import { commands } from './en-commands'
import { crash } from './en-crash'
import { data } from './en-data'
import { closing, desktop, menus } from './en-desktop'
import { diagram } from './en-diagram'
import { disk, files, ownFiles } from './en-files'
import { hints } from './en-hints'
import { home } from './en-home'
import { inspector } from './en-inspector'
import { commandPalette, shortcuts } from './en-palette'
import { problems } from './en-problems'
import { recovery } from './en-recovery'
import { runs } from './en-runs'
import { settings } from './en-settings'
import { app, spoken, status } from './en-shell'
import { training } from './en-training'
import { trying } from './en-trying'
import { updates } from './en-updates'
import { why } from './en-why'

export const en = {
  about,
  settings,
  crash,
  app,
  closing,
  menus,
  desktop,
  commands,
  commandPalette,
  shortcuts,
  data,
  diagram,
  hints,
  home,
  files,
  disk,
  ownFiles,
  status,
  spoken,
  canvas,
  palette,
  inspector,
  problems,
  recovery,
  runs,
  training,
  code,
  trying,
  updates,
  why
}
