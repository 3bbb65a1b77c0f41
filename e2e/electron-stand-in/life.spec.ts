import { execFileSync } from 'node:child_process'
import { existsSync, readlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { at } from '../../scripts/paths.mjs'
import { expect, test } from './testing'

/** Processes whose command line names the folder. */
function processesOf(folder: string): string[] {
  const all = execFileSync('ps', ['-eo', 'stat=,pid=,args=', '-ww'], { encoding: 'utf8' }).split('\n')
  return all.filter(line => line.includes(folder) && !line.startsWith('Z'))
}

test('a second instance hands its arguments to the first and ends', async ({ desktop }) => {
  const first = desktop.app
  const second = await desktop.launch({ args: ['/a.blockprop'] }).catch(() => undefined)
  await expect.poll(() => second?.process().exitCode ?? 3).toBe(3)
  await expect
    .poll(() => first.evaluate(() => seen))
    .toEqual([['second-instance', '/a.blockprop', process.cwd()]])
  await first.evaluate(({ app }) => app.exit(0)).catch(() => {})
})

test('a main process that is killed takes Chromium with it, and the next one has lock and storage', async ({
  desktop
}) => {
  expect(processesOf(desktop.profile).length).toBeGreaterThan(2)
  await desktop.page.evaluate(() => localStorage.setItem('kept', 'yes'))
  // Chromium's temporary folder, which a link in the profile leads to.
  const temporary = dirname(readlinkSync(join(desktop.profile, 'SingletonSocket')))
  expect(existsSync(temporary)).toBe(true)
  await desktop.kill()
  await expect.poll(() => processesOf(desktop.profile)).toEqual([])
  expect(existsSync(temporary)).toBe(false)
  const page = await desktop.relaunch()
  expect(await page.evaluate(() => window.host.invoke('sender'))).toBe('app://testing')
})

test('what the page stores is there after a regular end', async ({ desktop }) => {
  await desktop.page.evaluate(() => localStorage.setItem('kept', 'yes'))
  const page = await desktop.relaunch()
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
})

test('quitting asks the app, then every window, then the app again', async ({ desktop: { app } }) => {
  const order = await app.evaluateHandle(electron => {
    const told: string[] = []
    const window = new electron.BrowserWindow()
    const refuse = (event: { preventDefault(): void }) => event.preventDefault()
    window.once('close', refuse)
    window.on('close', () => told.push('close'))
    electron.app.on('before-quit', () => told.push('before-quit'))
    electron.app.once('will-quit', refuse)
    electron.app.on('will-quit', () => told.push('will-quit'))
    return told
  })
  const quit = () => app.evaluate(electron => electron.app.quit())
  await quit()
  await expect.poll(() => order.jsonValue()).toEqual(['before-quit', 'close'])
  await quit()
  await expect
    .poll(() => order.jsonValue())
    .toEqual([...['before-quit', 'close', 'before-quit', 'close', 'will-quit']])
  const ended = new Promise(resolve => app.process().once('exit', resolve))
  await quit().catch(() => {})
  expect(await ended).toBe(0)
})

test('an extracted package runs as a packaged app', async ({ desktop }) => {
  expect(await desktop.app.evaluate(({ app }) => app.isPackaged)).toBe(false)
  await desktop.relaunch({
    packaged: at('e2e', 'electron-stand-in', 'testing-app'),
    args: ['--', '/a.blockprop']
  })
  const found = await desktop.app.evaluate(({ app }) => ({
    isPackaged: app.isPackaged,
    name: app.getName(),
    version: app.getVersion(),
    args: process.argv.slice(1).filter(arg => !arg.startsWith('-'))
  }))
  expect(found).toEqual({
    isPackaged: true,
    name: 'standin-testing-app',
    version: '1.2.3',
    args: ['/a.blockprop']
  })
})
