import { expect, test } from '../fixtures/app'
import { tabTo } from '../fixtures/focus'
import { Window } from '../fixtures/window'

test('a beginner trains, draws a digit, breaks the network and mends it, by keyboard alone @full', async ({
  app
}) => {
  test.setTimeout(180_000)
  const window = new Window(app)
  const { keyboard } = app
  const log = app.getByRole('log')
  const press = async (key: string, times: number): Promise<void> => {
    for (let i = 0; i < times; i++) await keyboard.press(key)
  }

  await tabTo(app, app.getByRole('button', { name: 'Recognise digits' }))
  await keyboard.press('Enter')
  await expect(window.blocks().first()).toBeVisible()
  await keyboard.press('Control+Enter')
  await expect(log).toContainText('Training has started.')
  await expect(log).toContainText(/Training is done, in .+ Accuracy: 9\d/, { timeout: 120_000 })

  await keyboard.press('Alt+4')
  await tabTo(app, app.getByRole('application', { name: /^Arrow keys move the pen/ }))
  // A seven: along its top, then down in small steps to the left.
  await press('ArrowUp', 5)
  await press('ArrowLeft', 4)
  await keyboard.press('Space')
  await press('ArrowRight', 7)
  for (let i = 0; i < 5; i++) {
    await press('ArrowDown', 2)
    await keyboard.press('ArrowLeft')
  }
  await keyboard.press('Space')
  await expect(app.getByRole('region', { name: 'Probabilities' }).locator('[data-best=true]')).toContainText(
    '7'
  )

  await tabTo(app, app.getByRole('application', { name: 'Network' }))
  await press('ArrowRight', 2)
  await keyboard.press('Delete')
  await expect(log).toContainText(/Problem: “Dense 1” gets nothing/)
  await keyboard.press('Control+.')
  // Connected, but without what was taken away.
  await expect(log).toContainText(/Problem: “Digit” expects 10 scores.* Fix: Insert Flatten/)
  await keyboard.press('Control+.')
  await expect(log).toContainText('No problem is left.')
  await expect(window.edges()).toHaveCount(5)
})
