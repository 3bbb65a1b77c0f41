import { at } from '../../scripts/paths.mjs'
import { test } from '../fixtures/app'
import { Window } from '../fixtures/window'

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    test('the first example, trained', async ({ app }) => {
      test.setTimeout(180_000)
      const window = new Window(app)
      await window.openExample('Recognise digits')
      await window.train()
      await window.testScore(150_000)
      await window.block('Dense 1').click()
      await app.screenshot({
        path: at('docs', 'screenshots', `training-${theme}.png`),
        animations: 'disabled'
      })
    })
  })
}
