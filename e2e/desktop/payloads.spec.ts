import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { mutateJson } from '../../shared/fuzz/mutate-json'
import { randomFrom, seedOf, type Random } from '../../shared/fuzz/random'
import type { RequestName } from '../../shared/ipc/names'
import { expect, test, type Desktop } from '../fixtures/desktop'

const isFull = process.env['BLOCKPROP_FULL'] === '1'
const seed = Number(process.env['BLOCKPROP_SEED'] ?? 4)
const cases = Number(process.env['BLOCKPROP_CASES'] ?? (isFull ? 5_000 : 500))
const perCall = 100
/** Milliseconds that one request may take. */
const most = 30_000

/** What clones as something else than JSON; the page makes it of `{ $: name }`. */
const specials = [
  'bytes',
  'many bytes',
  'buffer',
  'map',
  'set',
  'date',
  'big',
  'nan',
  'ring',
  'undefined',
  'error'
]

const bytes = { $: 'bytes' }
const face = {
  ...{ name: 'Net', edited: true, file: null, training: false, screen: 'editor' },
  ...{ enabled: ['undo', 'save'], checked: ['toggleDock'], titles: { undo: 'Undo add Dense' } }
}

/** A payload that each request takes, near to which mistakes are looked for; those that would end the app have none. */
const sound: readonly (readonly [RequestName, unknown])[] = [
  ['window.begin', 0],
  ['window.show', face],
  ['window.new', { screen: 'nowhere' }],
  ['window.closing', { saved: true }],
  ['window.restart', 0],
  ['files.open', 0],
  ['files.openDropped', { path: '../x.blockprop' }],
  ['files.reopen', { file: 'abc' }],
  ['files.save', { file: null, name: 'x.blockprop', bytes, over: 'known' }],
  ['files.save', { file: 'abc', name: 'x.blockprop', bytes, over: 'anything' }],
  ['files.chooseExport', { name: 'x.zip' }],
  ['files.chooseFolder', { name: 'x' }],
  ['files.writeExport', { place: 'abc', bytes }],
  ['files.writeFolder', { place: 'abc', name: 'x', files: [{ name: 'model.py', bytes }] }],
  ['recent.list', null],
  ['recent.note', { file: 'abc', picture: '{}' }],
  ['recent.forget', { id: 'abc' }],
  ['recent.clear', null],
  ['journal.begin', { name: 'Net', file: null, edits: 1, base: bytes }],
  ['journal.append', { sequence: 1, line: '00000000 {}' }],
  ['journal.end', null],
  ['journal.leave', null],
  ['journal.abandoned', null],
  ['journal.take', { id: 'abc' }],
  ['journal.discard', { id: 'abc' }],
  ['settings.write', { key: 'theme', value: 'dark' }],
  ['app.openLink', { url: 'https://keras.io/' }],
  ['app.copyText', { text: 'x' }],
  ['app.copyPicture', { png: bytes }],
  ['app.details', null],
  ['app.report', { message: 'x', stack: 'y' }],
  ['app.restart', 0],
  ['app.checkForUpdates', 0]
]

test(`${cases} mutated payloads: each is answered or refused, and the app goes on`, async ({
  desktop
}, info) => {
  test.setTimeout(120_000 + cases * 200)
  const outside = info.outputPath('outside')
  await mkdir(outside)
  await writeFile(join(outside, 'x.blockprop'), 'not for the page')
  await holdBack(desktop, join(outside, 'chosen.blockprop'))
  const before = await filesAround(desktop)

  const count = { answered: 0, refused: 0 }
  let slowest = { time: 0, index: 0 }
  for (let from = 0; from < cases; from += perCall) {
    const requests = Array.from({ length: Math.min(perCall, cases - from) }, (_, i) => mutated(from + i))
    for (const [i, { end, time }] of (await send(desktop.page, requests)).entries()) {
      const [name] = requests[i] ?? []
      const which = `input ${from + i} of seed ${seed}, ${String(name)}`
      expect(time, `${which} was stopped`).toBeLessThan(most)
      if (end !== null) expect(end, which).toMatch(/refused: it carried|could not be cloned/)
      count[end === null ? 'answered' : 'refused'] += 1
      if (time > slowest.time) slowest = { time, index: from + i }
    }
  }
  process.stdout.write(
    `fuzz: ${cases} mutated payloads (seed ${seed}): ${count.answered} answered, ${count.refused} refused, ` +
      `0 crashed, 0 stopped; the slowest, input ${slowest.index}, took ${Math.round(slowest.time)} ms\n`
  )
  expect(Math.min(count.answered, count.refused)).toBeGreaterThan(cases / 50)

  expect(await readFile(join(outside, 'x.blockprop'), 'utf8')).toBe('not for the page')
  expect(await filesAround(desktop)).toEqual(before)
  expect(await desktop.page.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false)
  expect(await desktop.app.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false)
  // Main still serves: a new window shows its start screen.
  const second = await desktop.opened(() => desktop.clickMenuItem('newWindow'))
  await expect(second.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
})

/** Dialogs are cancelled, and nothing is opened outside of the app. */
async function holdBack({ app }: Desktop, filePath: string): Promise<void> {
  await app.evaluate(({ dialog, shell }, path) => {
    const cancelled = { canceled: true, filePath: path, filePaths: [], response: 1, checkboxChecked: false }
    for (const method of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'] as const)
      Object.assign(dialog, { [method]: () => Promise.resolve(cancelled) })
    Object.assign(shell, { openExternal: () => Promise.resolve() })
  }, filePath)
}

/** What lies beside the app's own folder, where nothing may appear. */
async function filesAround({ profile }: Desktop): Promise<readonly string[]> {
  const folder = dirname(profile)
  const names = await readdir(folder, { recursive: true })
  const own = profile.slice(folder.length + 1)
  const found = names.filter(name => !name.startsWith(own) && name !== own)
  return Promise.all(
    found.toSorted().map(async name => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return `${name} ${size} ${mtimeMs}`
    })
  )
}

function mutated(index: number): readonly [RequestName, unknown] {
  const random = randomFrom(seedOf(seed, index))
  const [name, payload] = random.pick(sound)
  const changed: unknown = JSON.parse(
    JSON.stringify(mutateJson(payload, random, random.pick(['rude', 'sly'])))
  )
  // This one would open a window, rightly.
  const opens = name === 'window.new' && /^\{"screen":"(home|editor)"\}$/.test(JSON.stringify(changed))
  return [name, opens || changed === null ? 0 : withSpecial(changed, random)]
}

function withSpecial(payload: unknown, random: Random): unknown {
  if (random.below(4) > 0) return payload
  const special = { $: random.pick(specials) }
  if (typeof payload !== 'object' || payload === null || random.below(4) === 0) return special
  const key = random.pick([...Object.keys(payload), 'more'])
  return { ...payload, [key]: special }
}

interface Ended {
  /** How it was refused; `null` where it was answered. */
  readonly end: string | null
  /** Milliseconds. */
  readonly time: number
}

function send(page: Page, requests: readonly (readonly [RequestName, unknown])[]): Promise<readonly Ended[]> {
  return page.evaluate(
    async ([json, patience]) => {
      const { blockprop } = globalThis as unknown as {
        readonly blockprop: { request(name: string, payload: unknown): Promise<unknown> }
      }
      const ring: { self?: unknown } = {}
      ring.self = ring
      const makers: Record<string, () => unknown> = {
        bytes: () => new Uint8Array([1, 2, 3]),
        'many bytes': () => new Uint8Array(3_000_000),
        buffer: () => new ArrayBuffer(8),
        map: () => new Map([['a', 1]]),
        set: () => new Set([1]),
        date: () => new Date(0),
        big: () => 10n ** 30n,
        nan: () => NaN,
        ring: () => ring,
        undefined: () => undefined,
        error: () => new Error('x')
      }
      const revive = (_key: string, value: unknown): unknown => {
        const name = typeof value === 'object' && value !== null && '$' in value ? value.$ : undefined
        const make = typeof name === 'string' && Object.hasOwn(makers, name) ? makers[name] : undefined
        return make ? make() : value
      }
      const ended: { end: string | null; time: number }[] = []
      for (const [name, payload] of JSON.parse(json, revive) as [string, unknown][]) {
        const began = performance.now()
        const end = await Promise.race([
          blockprop.request(name, payload).then(() => null, String),
          new Promise<string>(done => setTimeout(() => done('stopped'), patience))
        ])
        ended.push({ end, time: performance.now() - began })
      }
      return ended
    },
    [JSON.stringify(requests), most] as const
  )
}
