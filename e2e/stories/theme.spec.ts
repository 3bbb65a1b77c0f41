import { expect, test } from '../fixtures/app'

const grounds = { light: 'rgb(244, 245, 247)', dark: 'rgb(13, 15, 19)' }

const cases = [
  { stored: 'dark', system: 'light', shown: 'dark' },
  { stored: 'light', system: 'dark', shown: 'light' },
  { stored: null, system: 'dark', shown: 'dark' },
  { stored: null, system: 'light', shown: 'light' }
] as const

for (const { stored, system, shown } of cases)
  test(`chosen ${stored ?? 'nothing'}, with a ${system} system: the first paint is ${shown}`, async ({
    page,
    complaints
  }) => {
    await page.emulateMedia({ colorScheme: system })
    if (stored !== null)
      await page.addInitScript(theme => localStorage.setItem('blockprop.theme', theme), stored)
    // The page, its styles and the script of the theme, and nothing else: the app never starts.
    await page.route('**/assets/**/*.js', route => route.abort())
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('data-theme', shown)
    await expect(page.locator('body')).toHaveCSS('background-color', grounds[shown])
    await expect(page.locator('#root')).toBeEmpty()
    complaints.length = 0
  })
