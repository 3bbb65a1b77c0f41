import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appDetails } from './details'

const app = {
  getVersion: () => '0.1.0',
  getAppPath: () => join(homedir(), 'app.asar'),
  getGPUFeatureStatus: () =>
    ({ webgl: 'enabled', gpu_compositing: 'disabled_software' }) as unknown as Electron.GPUFeatureStatus
}

it('tells versions, system, settings and the latest lines, and nothing of the person', async () => {
  const home = homedir()
  const log = {
    latest: (count: number) =>
      Promise.resolve([
        `[2026-11-24T14:32:01.123Z] [error] EACCES: permission denied, open '${home}/My nets/secret.blockprop'`,
        `    at save (${home}/app.asar/out/main/index.js:10:5)`,
        `[2026-11-24T14:32:02.123Z] [info] ${count} lines for ${userInfo().username}s at example.org/?q=x`
      ])
  }
  const text = await appDetails({ app, log, readSetting: id => (id === 'theme' ? 'dark' : `${home}/x`) })
  expect(text).toContain(`Versions: Blockprop 0.1.0, Electron `)
  expect(text).toContain(`Node ${process.versions.node}`)
  expect(text).toMatch(/^System: \w+ .+, \w+$/m)
  expect(text).toMatch(/^Memory: [\d.,]+ .B free of [\d.,]+ .B$/m)
  expect(text).toContain('Graphics: webgl enabled, gpu_compositing disabled_software')
  expect(text).toContain('Settings: theme dark, units decimal, ')
  expect(text).toContain("EACCES: permission denied, open '<…>\n    at save (‹app›/out/main/index.js:10:5)\n")
  expect(text).toContain('[info] 50 lines for ')
  for (const secret of [home, userInfo().username, 'secret', 'My nets'])
    expect(text.slice(text.indexOf('Log:')).toLowerCase()).not.toContain(secret.toLowerCase())
})

it('has no log where there is none', async () => {
  const text = await appDetails({ app, log: { latest: () => Promise.resolve([]) }, readSetting: () => null })
  expect(text).not.toContain('Log:')
  expect(text).toContain('theme system')
})
