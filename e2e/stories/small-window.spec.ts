import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

const windows = [
  { width: 1440, height: 900, hasMap: true },
  { width: 1024, height: 700, hasMap: false },
  { width: 720, height: 450, hasMap: false }
]

for (const { width, height, hasMap } of windows)
  test(`at ${width} × ${height} the words of a problem stand inside the canvas`, async ({ app }) => {
    await app.setViewportSize({ width, height })
    const window = new Window(app)
    await window.openExample('Recognise digits')
    await expect(window.canvas.locator('.react-flow__minimap')).toBeVisible({ visible: hasMap })
    await window.block('Dense 1').click()
    await app.keyboard.press('Delete')
    const words = window.canvas.getByRole('note')
    await expect(words).toContainText('“Dense 2” gets nothing')
    await expect.poll(() => isInside(words, window.canvas)).toBe(true)
    // Nothing lies over it.
    await words.getByRole('button', { name: 'Connect Flatten to Dense 2' }).click()
    await expect(words).toHaveCount(0)
    await expect(window.toolbar.getByRole('button', { name: /problem/ })).toHaveCount(0)
  })

async function isInside(inner: Locator, outer: Locator): Promise<boolean> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()]
  if (!a || !b) return false
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height
}
