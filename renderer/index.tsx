import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
import { fontsReady } from './ui/fonts'
import './ui/theme'
import { App } from './shell/App'
import { followDesktop } from './shell/follow-desktop'
import { saveByItself } from './store/autosave'
import { keepJournal } from './store/journal'
import { recordRuns } from './store/record-runs'
import { offerAbandoned } from './store/recovery'

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no element #root')
recordRuns()
keepJournal()
saveByItself()
followDesktop()
void offerAbandoned()
await fontsReady()
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>
)
