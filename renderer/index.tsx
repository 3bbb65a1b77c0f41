import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
// Before the host, which waits for the main process.
import { fontsReady } from './ui/fonts'
import './ui/theme'
import { keepOffline } from './host/web-offline'
import { afterCanvas } from './canvas/AfterCanvas'
import { App, Editor, Home } from './shell/App'
import { followDesktop } from './shell/follow-desktop'
import { host } from './host/current'
import { openRead } from './store/files'
import { keepJournal } from './store/journal'
import { offerAbandoned } from './store/recovery'
import { recordRuns } from './store/record-runs'
import { reportErrors } from './shell/report-errors'
import { saveByItself } from './store/autosave'
import { useSession } from './store/session'
import { settingChanged } from './store/settings'

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no element #root')
reportErrors(host)
const first = (host.desktop?.open ? Editor : Home).load()
host.followSettings?.(settingChanged)
keepJournal()
saveByItself()
followDesktop()
host.followLaunch?.(openRead)
afterCanvas(() => {
  recordRuns()
  void offerAbandoned()
})
const show = (): void => {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
  keepOffline(() => useSession.getState().screen === 'home')
}
// If it can't be had, what is drawn asks again, and says so. Not awaited, since its own script waits for this one.
void Promise.allSettled([fontsReady(), first]).then(show)
