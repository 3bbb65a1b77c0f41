import { expect, test } from '@playwright/test'
import { findElectron } from '../../scripts/electron.mjs'
import { desktopHost } from '../fixtures/desktop-host'

test('stories run on Electron itself where its binary is present', async () => {
  expect((await desktopHost()).kind).toBe(findElectron().ok ? 'electron' : 'stand-in')
})
