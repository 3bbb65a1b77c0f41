import { at } from '../../scripts/paths.mjs'
import { test } from '../fixtures/app'
import { throughStates } from '../fixtures/states'
import { Window } from '../fixtures/window'

const sizes = [
  [1024, 700],
  [2560, 1440],
  // The last is the one that the next state is reached in.
  [1440, 900]
] as const

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    test('every state', async ({ page }) => {
      test.setTimeout(360_000)
      const window = new Window(page)
      await throughStates(window, 5, async ({ name }) => {
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height })
          await window.fit()
          await page.mouse.move(width / 2, height - 4)
          await page.screenshot({
            path: at('docs', 'screenshots', `${name}-${theme}-${width}.png`),
            animations: 'disabled',
            caret: 'hide'
          })
        }
      })
    })
  })
}
