import { app } from 'electron'
import { registerScheme } from './protocol'
import { startApp } from './start-app'

registerScheme()
app.enableSandbox()
// A network goes on learning while its window is covered.
app.commandLine.appendSwitch('disable-renderer-backgrounding')
app.commandLine.appendSwitch('disable-backgrounding-occluded-windows')

// A second start hands its files over to the first, and ends.
if (app.requestSingleInstanceLock()) startApp()
else app.quit()
