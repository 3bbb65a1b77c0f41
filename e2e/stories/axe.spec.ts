import { expect, test } from '../fixtures/app'
import { contrast } from '../fixtures/contrast'
import { throughStates } from '../fixtures/states'
import { violations } from '../fixtures/violations'
import { Window } from '../fixtures/window'

const themes = ['light', 'dark'] as const

test('axe finds nothing in any state, in both themes', async ({ page }) => {
  test.setTimeout(180_000)
  await throughStates(new Window(page), 2, async ({ name }) => {
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect.soft(await violations(page), `${name}, ${theme}`).toEqual([])
    }
  })
})

test('ports and edges stand out from canvas and cards, in both themes', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  for (const theme of themes) {
    await app.emulateMedia({ colorScheme: theme })
    await expect(app.locator('html')).toHaveAttribute('data-theme', theme)
    const colours = await app.evaluate(() => {
      const style = (selector: string): CSSStyleDeclaration => {
        const element = document.querySelector(selector)
        if (!element) throw new Error(`there is no ${selector}`)
        return getComputedStyle(element)
      }
      return {
        port: style('.react-flow__handle').borderTopColor,
        edge: style('.react-flow__edge-path').stroke,
        canvas: style('#canvas').backgroundColor,
        card: style('.react-flow__node > div').backgroundColor
      }
    })
    expect(contrast(colours.port, colours.canvas), `port on canvas, ${theme}`).toBeGreaterThan(3)
    expect(contrast(colours.port, colours.card), `port on card, ${theme}`).toBeGreaterThan(3)
    expect(contrast(colours.edge, colours.canvas), `edge on canvas, ${theme}`).toBeGreaterThan(3)
  }
})
