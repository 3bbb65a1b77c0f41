import { expect, test } from '../fixtures/app'
import { misfits, misfitsApart } from '../fixtures/misfits'
import { motionsOf, watchMotion } from '../fixtures/motion'
import { takeShifts, watchShifts } from '../fixtures/shifts'
import { settled, throughStates } from '../fixtures/states'
import { Window } from '../fixtures/window'

/** The smallest, a large one, the usual at a zoom of 200 % (half as many pixels, of twice the size), the usual. */
const sizes = [
  [1024, 700],
  [2560, 1440],
  [720, 450],
  [1440, 900]
] as const

/**
 * Fifty times less than what is called good (0.1): a document opens a moment after it was asked for, and what stands
 * beside its name makes place for that; a card grows by the picture of what its block gives.
 */
const answers = 0.002

/** Figures stand at the right: one that gains a digit begins a little farther left. */
const digits = 0.0005

test.describe('for those who want less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing moves by itself, is cut, or scrolls without need, in any state at any size @full', async ({
    page
  }) => {
    test.setTimeout(240_000)
    await watchShifts(page)
    await watchMotion(page)
    const window = new Window(page)
    await throughStates(window, 2, async ({ name }) => {
      const shifts = await takeShifts(page)
      const [counted, most] =
        name === 'done' ? [shifts, digits] : [shifts.filter(({ byHand }) => !byHand), answers]
      if (counted.reduce((sum, { value }) => sum + value, 0) > most)
        expect.soft(counted, `what moved until ${name}`).toEqual([])
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        await settled(window)
        expect.soft(await page.evaluate(misfits, misfitsApart), `${name} at ${width} × ${height}`).toEqual([])
      }
      // A window that is resized moves all that is in it.
      await takeShifts(page)
    })
    expect(await motionsOf(page)).toEqual([])
  })
})
