import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { passingCalls } from './calls'
import { createDisks } from './disks'
import { nodeFileSystem } from './file-system'
import { newFolder } from './testing/in-folder'
import { createManualClock } from './testing/manual-clock'
import { createUserExports } from './user-exports'
import { writeFolder } from './write-folder'

const clock = createManualClock()
const bytes = (text: string) => Buffer.from(text)
const files = [
  { name: 'model.py', bytes: bytes('import keras') },
  { name: 'data.npz', bytes: bytes('PK') }
]
const refused = (kind: string) => ({ ok: false, error: { kind } })

describe('a folder that is exported', () => {
  it('has its files, and nothing else appears', async () => {
    const place = newFolder()
    expect(await writeFolder(nodeFileSystem, clock, place, 'net', files)).toEqual({
      ok: true,
      value: { name: 'net' }
    })
    expect(readdirSync(place)).toEqual(['net'])
    expect(readdirSync(join(place, 'net')).sort()).toEqual(['data.npz', 'model.py'])
    expect(readFileSync(join(place, 'net', 'model.py'), 'utf8')).toBe('import keras')
  })

  it('gets a number where its name is taken, by whatever it is', async () => {
    const place = newFolder()
    mkdirSync(join(place, 'net'))
    writeFileSync(join(place, 'net-2'), 'a file')
    symlinkSync('nowhere', join(place, 'net-3'))
    expect(await writeFolder(nodeFileSystem, clock, place, 'net', files)).toMatchObject({
      value: { name: 'net-4' }
    })
    expect(readdirSync(join(place, 'net'))).toEqual([])
    expect(readFileSync(join(place, 'net-2'), 'utf8')).toBe('a file')
  })

  it('does not take the place of what appears at the last moment', async () => {
    const place = newFolder()
    let times = 0
    const racing = passingCalls(nodeFileSystem, (call, perform) => {
      if (call.name === 'rename' && (times += 1) === 1) {
        mkdirSync(join(place, 'net'))
        writeFileSync(join(place, 'net', 'theirs'), '')
      }
      return perform()
    })
    expect(await writeFolder(racing, clock, place, 'net', files)).toMatchObject({ value: { name: 'net-2' } })
    expect(readdirSync(join(place, 'net'))).toEqual(['theirs'])
  })

  it.each(['../net', '..', '.', '', '/net', 'a/b', 'a\\b', 'a\0b', 'C:', 'con', 'net.'])(
    'is not named %j, nor is a file in it',
    async name => {
      const root = newFolder()
      const place = join(root, 'place')
      mkdirSync(place)
      expect(await writeFolder(nodeFileSystem, clock, place, name, files)).toMatchObject(refused('other'))
      const hostile = [...files, { name, bytes: bytes('x') }]
      expect(await writeFolder(nodeFileSystem, clock, place, 'net', hostile)).toMatchObject(refused('other'))
      expect([readdirSync(root), readdirSync(place)]).toEqual([['place'], []])
    }
  )

  it.each([
    ['a.py', 'A.PY'],
    ['\u00e9.py', 'e\u0301.py']
  ])('has no two files that some disks take for one: %s', async (one, two) => {
    const place = newFolder()
    const twins = [one, two].map(name => ({ name, bytes: bytes(name) }))
    expect(await writeFolder(nodeFileSystem, clock, place, 'net', twins)).toMatchObject(refused('other'))
    expect(readdirSync(place)).toEqual([])
  })

  it('is not made in a place that is gone', async () => {
    const place = join(newFolder(), 'gone')
    expect(await writeFolder(nodeFileSystem, clock, place, 'net', files)).toMatchObject(
      refused('folder-gone')
    )
  })

  it('sweeps what a crash has left of it', async () => {
    const place = newFolder()
    let made = ''
    const dying = passingCalls(nodeFileSystem, (call, perform) => {
      if (call.name === 'mkdir') made = call.path
      return perform()
    })
    await writeFolder(dying, clock, place, 'net', files)
    mkdirSync(made)
    writeFileSync(join(made, 'model.py'), 'half')
    await writeFolder(nodeFileSystem, clock, place, 'net', files)
    expect(readdirSync(place).sort()).toEqual(['net', 'net-2'])
  })
})

describe('a place that was chosen', () => {
  const places = () => createUserExports({ disks: createDisks({ fs: nodeFileSystem, clock }) })

  it('takes one file, over what is there', async () => {
    const [exports, folder] = [places(), newFolder()]
    writeFileSync(join(folder, 'loss.csv'), 'old')
    const place = exports.grantFile(join(folder, 'loss.csv'))
    expect(await exports.writeFile(place, bytes('new'))).toEqual({ ok: true, value: { name: 'loss.csv' } })
    expect(readFileSync(join(folder, 'loss.csv'), 'utf8')).toBe('new')
    expect(await exports.writeFile(place, bytes('again'))).toMatchObject(refused('not-allowed'))
  })

  it('takes one folder', async () => {
    const [exports, folder] = [places(), newFolder()]
    const place = exports.grantFolder(folder)
    expect(await exports.writeFolder(place, 'net', files)).toEqual({ ok: true, value: { name: 'net' } })
    expect(await exports.writeFolder(place, 'net', files)).toMatchObject(refused('not-allowed'))
  })

  it('can be tried again until that is done', async () => {
    const [exports, folder] = [places(), newFolder()]
    const place = exports.grantFile(join(folder, 'sub', 'loss.csv'))
    expect(await exports.writeFile(place, bytes('new'))).toMatchObject(refused('folder-gone'))
    mkdirSync(join(folder, 'sub'))
    expect(await exports.writeFile(place, bytes('new'))).toMatchObject({ ok: true })
  })

  it('is good for nothing else, and none is made up', async () => {
    const [exports, folder] = [places(), newFolder()]
    const file = exports.grantFile(join(folder, 'a'))
    const into = exports.grantFolder(folder)
    rmSync(join(folder, 'a'), { force: true })
    expect(await exports.writeFolder(file, 'net', files)).toMatchObject(refused('not-allowed'))
    for (const token of [into, folder, '__proto__', ''])
      expect(await exports.writeFile(token, bytes('x'))).toMatchObject(refused('not-allowed'))
    expect(readdirSync(folder)).toEqual([])
  })
})
