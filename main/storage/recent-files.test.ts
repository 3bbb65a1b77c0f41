import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDisks } from './disks'
import { nodeFileSystem } from './file-system'
import { openRecentFiles } from './recent-files'
import { newFolder } from './testing/in-folder'
import { createManualClock, type ManualClock } from './testing/manual-clock'
import { createUserFiles } from './user-files'

let folder: string
let clock: ManualClock
beforeEach(() => {
  folder = newFolder()
  mkdirSync(join(folder, 'home', 'nets'), { recursive: true })
  clock = createManualClock()
})

const listPath = () => join(folder, 'recent.json')
const at = (name: string) => join(folder, 'home', 'nets', name)

/** The app, started once. */
function start() {
  const disks = createDisks({ fs: nodeFileSystem, clock })
  const files = createUserFiles({ disks })
  const recent = openRecentFiles({
    disks,
    files,
    path: listPath(),
    home: join(folder, 'home'),
    onTrouble: trouble => expect.fail(trouble.message)
  })
  const note = async (name: string, picture = '') => {
    clock.pass(1)
    recent.note(await files.grant(at(name)), picture)
  }
  const names = () => recent.list().map(({ name }) => name)
  return { files, recent, note, names }
}

describe('the recent files', () => {
  it('are told with all that the window shows', async () => {
    writeFileSync(at('a.blockprop'), 'content')
    const { recent, note, files } = start()
    await note('a.blockprop', '<svg/>')
    const [entry] = recent.list()
    expect(entry).toMatchObject({
      name: 'a.blockprop',
      folder: join('~', 'nets'),
      time: clock.now(),
      picture: '<svg/>'
    })
    expect(entry?.id).toMatch(/^[\w-]{22}$/)
    expect(entry?.file).toBe(await files.grant(at('a.blockprop')))
  })

  it('come with the latest first, each once, twelve at most', async () => {
    const { note, names } = start()
    for (let number = 1; number <= 14; number += 1) await note(`${number}`)
    await note('5')
    expect(names()).toEqual(['5', '14', '13', '12', '11', '10', '9', '8', '7', '6', '4', '3'])
  })

  it('are one by whatever name it was opened last', async () => {
    writeFileSync(at('real'), '')
    symlinkSync('real', at('link'))
    const { note, names } = start()
    await note('real')
    await note('link')
    expect(names()).toEqual(['link'])
  })

  it('can be read after a restart, and nothing else', async () => {
    writeFileSync(at('a'), 'content')
    writeFileSync(at('b'), 'content')
    const first = start()
    await first.note('a')
    await first.recent.flush()
    const second = start()
    const [entry] = second.recent.list()
    expect(await second.files.read(entry?.file ?? '')).toMatchObject({ ok: true, value: { name: 'a' } })
    const ofFirst = await first.files.grant(at('b'))
    expect(await second.files.read(ofFirst)).toMatchObject({ ok: false, error: { kind: 'not-allowed' } })
  })

  it('stay when their disk is away', async () => {
    const { note, names } = start()
    await note('a')
    rmSync(join(folder, 'home'), { recursive: true })
    expect(names()).toEqual(['a'])
  })

  it('are forgotten singly and all at once', async () => {
    const { recent, note, names } = start()
    for (const name of ['a', 'b', 'c']) await note(name)
    recent.forget(recent.list()[1]?.id ?? '')
    recent.forget('unknown')
    expect(names()).toEqual(['c', 'a'])
    await recent.flush()
    expect(start().names()).toEqual(['c', 'a'])
    recent.clear()
    await recent.flush()
    expect(start().names()).toEqual([])
  })

  it('take no token that was not given, and no picture that is too large', async () => {
    const { recent, note, names } = start()
    recent.note('made up', '')
    await note('a', 'x'.repeat(200_001))
    expect(names()).toEqual([])
  })

  it('elsewhere than at home are named in full', async () => {
    const { recent, files } = start()
    recent.note(await files.grant(`${join(folder, 'home')}-of-eve/a`), '')
    expect(recent.list()[0]?.folder).toBe(`${join(folder, 'home')}-of-eve`)
  })
})

describe('a list that is damaged', () => {
  const good = { path: '/nets/good', real: '/nets/good', time: 5, picture: '' }

  it('is put aside as it was', async () => {
    writeFileSync(listPath(), '{"version": 1, "entr')
    const { recent, note, names } = start()
    expect(names()).toEqual([])
    await note('a')
    await recent.flush()
    expect(readdirSync(folder)).toContain('recent.json.damaged-20260102T030405000Z')
    expect(start().names()).toEqual(['a'])
  })

  it.each([
    ['no path', { ...good, path: undefined }],
    ['a path that depends on where one is', { ...good, path: '../secret' }],
    ['a path with a zero', { ...good, real: '/a\0b' }],
    ['a time that is none', { ...good, time: 'yesterday' }],
    ['a time before all', { ...good, time: -1 }],
    ['a picture that is none', { ...good, picture: {} }],
    ['a picture that is too large', { ...good, picture: 'x'.repeat(200_001) }],
    ['nothing', null],
    ['a list', []]
  ])('with an entry that has %s lacks that alone', (_, entry) => {
    writeFileSync(listPath(), JSON.stringify({ version: 1, entries: [entry, good, good] }))
    expect(start().names()).toEqual(['good'])
  })

  it('that is no list is none', () => {
    writeFileSync(listPath(), JSON.stringify({ version: 1, entries: { length: 3 } }))
    expect(start().names()).toEqual([])
    expect(readFileSync(listPath(), 'utf8')).toContain('length')
  })
})
