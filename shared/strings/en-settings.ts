import type { SettingId, SettingValue } from '../settings/settings'
import { training } from './en-training'

type Fields = {
  readonly [Id in SettingId]: {
    readonly label: string
    readonly help: string
    readonly values: Readonly<Record<SettingValue<Id>, string>>
  }
}

const fields: Fields = {
  theme: {
    label: 'Theme',
    help: 'Light, dark, or as your computer is set.',
    values: { system: 'As the system', light: 'Light', dark: 'Dark' }
  },
  units: {
    label: 'Sizes in',
    help: '1 MB is 1,000,000 bytes, as disks are sold; 1 MiB is 1,048,576, as memory is.',
    values: { decimal: 'MB', binary: 'MiB' }
  },
  autosave: {
    label: 'Save by itself',
    help: 'A network that has a file is written to it shortly after every change.',
    values: { off: 'Off', on: 'On' }
  },
  backend: {
    label: 'Engine',
    help: 'What computes from the next training on.',
    values: training.backends
  },
  graphics: {
    label: 'Graphics card',
    help: 'Which one draws and trains. Takes effect after a restart.',
    values: { auto: 'The system chooses', 'high-performance': 'The faster one', off: 'None' }
  },
  checkForUpdates: {
    label: 'Check for updates',
    help: 'Asks now and then whether there is a newer version. Nothing else is sent.',
    values: { on: 'On', off: 'Off' }
  }
}

export const settings = {
  title: 'Settings',
  sections: {
    appearance: 'Appearance',
    files: 'Files',
    training: 'Training',
    privacy: 'Privacy',
    updates: 'Updates',
    edition: 'This edition'
  },
  fields,
  facts: {
    recovery: {
      label: 'Recovery',
      value: 'Always on',
      help: 'Every change is kept on this computer, and offered again after a crash.'
    },
    telemetry: {
      label: 'Telemetry',
      value: 'None',
      help: 'Nothing is sent: no usage, no errors, nothing of your networks or data.'
    },
    web: {
      label: 'Web edition',
      value: '',
      help: 'It runs in your browser, and trains on your machine like the desktop edition. What it lacks:'
    }
  },
  webLacks: [
    'Menus of the system: everything is in the window and under Commands.',
    'A double click on a .blockprop file: open it from here, or drop it on the window.',
    'Networks side by side as windows of one app: each tab stands alone, but for these settings.',
    'A say in updates: the newest version comes when the page is loaded again.',
    'Keeping the computer awake: if it goes to sleep, a training waits.'
  ],
  restart: 'Restart now',
  checkNow: 'Check now',
  reset: 'Reset to defaults',
  undoReset: 'Undo the reset',
  version: (version: string) => `Blockprop ${version}`
}
