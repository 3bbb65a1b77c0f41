import { execFileSync } from 'node:child_process'
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
  await desktop.kill()
  await expect.poll(() => processesOf(desktop.profile)).toEqual([])
  const page = await desktop.relaunch()
  expect(await page.evaluate(() => window.host.invoke('sender'))).toBe('app://testing')
})

test('what the page stores is there after a regular end', async ({ desktop }) => {
  await desktop.page.evaluate(() => localStorage.setItem('kept', 'yes'))
  const page = await desktop.relaunch()
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
})
