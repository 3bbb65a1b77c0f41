import { expect, test } from '@playwright/test'
import { desktopHost, electronBinary } from '../fixtures/desktop-host'

test('stories run on Electron itself where its binary is present', async () => {
  expect((await desktopHost()).kind).toBe(electronBinary() === undefined ? 'stand-in' : 'electron')
})
