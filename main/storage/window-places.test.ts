import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { createDisks } from './disks'
import { nodeFileSystem } from './file-system'
import { newFolder } from './testing/in-folder'
import { createManualClock } from './testing/manual-clock'
import type { WindowPlace } from './place-on-screen'
import { openWindowPlaces } from './window-places'

let path: string
beforeEach(() => {
  path = join(newFolder(), 'windows.json')
})

const open = () =>
  openWindowPlaces({
    disks: createDisks({ fs: nodeFileSystem, clock: createManualClock() }),
    path,
    onTrouble: trouble => expect.fail(trouble.message)
  })
const placeAt = (x: number): WindowPlace => ({
  bounds: { x, y: 0, width: 800, height: 600 },
  mode: 'normal'
})

it('the place of the window that was used last comes first, after a restart too', async () => {
  const places = open()
  places.note(1, placeAt(10))
  places.note(2, placeAt(20))
  places.note(1, { ...placeAt(11), mode: 'maximised' })
  const expected = [{ ...placeAt(11), mode: 'maximised' }, placeAt(20)]
  expect(places.list()).toEqual(expected)
  await places.flush()
  expect(open().list()).toEqual(expected)
})

it('a window of this run is none of the last run, though it has the same number', async () => {
  const first = open()
  first.note(1, placeAt(10))
  await first.flush()
  const second = open()
  second.note(1, placeAt(20))
  expect(second.list()).toEqual([placeAt(20), placeAt(10)])
})

it('eight are kept', () => {
  const places = open()
  for (let window = 1; window <= 20; window += 1) places.note(window, placeAt(window))
  expect(places.list().map(({ bounds }) => bounds.x)).toEqual([20, 19, 18, 17, 16, 15, 14, 13])
})

it.each([
  null,
  { mode: 'normal' },
  { mode: 'sideways', bounds: placeAt(1).bounds },
  { mode: 'normal', bounds: { ...placeAt(1).bounds, x: 'left' } },
  { mode: 'normal', bounds: { ...placeAt(1).bounds, x: 1e9 } },
  { mode: 'normal', bounds: { ...placeAt(1).bounds, y: 0.5 } },
  { mode: 'normal', bounds: { ...placeAt(1).bounds, width: 0 } },
  { mode: 'normal', bounds: { ...placeAt(1).bounds, height: -5 } }
])('a place that is none is left out: %j', place => {
  writeFileSync(path, JSON.stringify({ version: 1, places: [place, placeAt(1)] }))
  expect(open().list()).toEqual([placeAt(1)])
})

it('a damaged file is put aside', async () => {
  writeFileSync(path, 'xyz')
  const places = open()
  places.note(1, placeAt(1))
  await places.flush()
  expect(readdirSync(join(path, '..')).sort()).toEqual([
    'windows.json',
    'windows.json.damaged-20260102T030405000Z'
  ])
})
