import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fuzz, fuzzTimeout } from '../../shared/fuzz/node-fuzz'
import { mutateBytes } from '../../shared/fuzz/mutate-bytes'
import { mutateJson } from '../../shared/fuzz/mutate-json'
import { randomFrom } from '../../shared/fuzz/random'
import { canBeReached, placeFor } from './place-on-screen'
import { openStorage } from './open-storage'
import { newFolder } from './testing/in-folder'

const file = (n: number): string => `/home/a/${n}.blockprop`
const sound = {
  'settings.json': { version: 1, values: { theme: 'dark', units: 'decimal', autosave: 'on' } },
  'recent-files.json': {
    version: 1,
    entries: [1, 2, 3].map(n => ({ path: file(n), real: file(n), time: 1e12 + n, picture: '{"tiles":[]}' }))
  },
  'window-places.json': {
    version: 1,
    places: [1, 2].map(n => ({ bounds: { x: n, y: n, width: 1000, height: 700 }, mode: 'maximised' }))
  }
}
const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
const names = Object.keys(sound) as readonly (keyof typeof sound)[]
const utf8 = new TextEncoder()

test('the app starts whatever its own files have become', { timeout: fuzzTimeout }, async () => {
  const folder = newFolder()
  const warn = (): void => {}
  const { taken, refused } = await fuzz({
    what: 'settings, lists and places of windows',
    cases: { short: 600, full: 6_000 },
    make: seed => {
      const random = randomFrom(seed)
      const json = sound[random.pick(names)]
      const bytes = utf8.encode(JSON.stringify(json))
      return random.below(3) === 0
        ? mutateBytes(bytes, random)
        : utf8.encode(JSON.stringify(mutateJson(json, random, random.pick(['rude', 'sly']))))
    },
    read: bytes => {
      // Each of them may find what is another's.
      for (const name of names) writeFileSync(join(folder, name), bytes)
      const { settings, recent, places } = openStorage({ folder, home: '/home/a', warn })
      for (const value of Object.values(settings.values())) expect(typeof value).toBe('string')
      for (const { name } of recent.list()) expect(name).not.toContain('/')
      const [remembered] = places.list()
      const { bounds } = placeFor(screens, remembered ?? null, [])
      expect(canBeReached(screens, bounds)).toBe(true)
      const found = [...Object.keys(settings.values()), ...recent.list(), ...places.list()]
      return found.length > 0 ? 'taken' : 'refused'
    }
  })
  expect(Math.min(taken, refused)).toBeGreaterThan(0)
})
