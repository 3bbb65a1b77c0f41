import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fail, ok, type Result } from '../../shared/result'
import type { NewVersion, Updater } from './updater'
import { afterStart, createUpdates, everyDay, type Surroundings, type UpdateNote } from './updates'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class FakeTraining {
  private running = false
  private readonly listeners = new Set<(isRunning: boolean) => void>()

  isRunning = () => this.running
  watch = (listener: (isRunning: boolean) => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  set(isRunning: boolean) {
    this.running = isRunning
    for (const listener of [...this.listeners]) listener(isRunning)
  }
}

interface Scene {
  readonly newest?: Result<NewVersion | null, string>
  readonly answer?: 'now' | 'later'
  readonly mayQuit?: boolean
  readonly isWanted?: boolean
  readonly hasUpdater?: boolean
}

/** All that happens is written down in order, and ends where a test holds the download. */
function scene({ newest = ok(null), answer = 'later', mayQuit = true, ...more }: Scene = {}) {
  const happened: string[] = []
  const told: UpdateNote[] = []
  const training = new FakeTraining()
  const settings = { isWanted: more.isWanted ?? true }
  const downloads: { readonly stop: AbortSignal; readonly end: (outcome: Result<null, string>) => void }[] =
    []
  const answers = { restart: answer, newest }
  const updater: Updater = {
    version: '1.0.0',
    installsOnQuit: true,
    check: () => {
      happened.push('check')
      return Promise.resolve(answers.newest)
    },
    download: stop => {
      happened.push('download')
      return new Promise(end => {
        downloads.push({ stop, end })
        stop.addEventListener('abort', () => end(fail('stopped')))
      })
    },
    restart: () => void happened.push('restart')
  }
  const surroundings: Surroundings = {
    loadUpdater: () => Promise.resolve(more.hasUpdater === false ? null : updater),
    settings: { checkForUpdates: () => settings.isWanted },
    training,
    ask: {
      tell: note => void told.push(note),
      restart: version => {
        happened.push(`ask ${version}`)
        return Promise.resolve(answers.restart)
      }
    },
    mayQuit: () => Promise.resolve(mayQuit),
    log: () => undefined
  }
  const updates = createUpdates(surroundings)
  const settle = () => vi.advanceTimersByTimeAsync(0)
  const finish = async (outcome: Result<null, string> = ok(null)) => {
    downloads.at(-1)?.end(outcome)
    await settle()
  }
  const byItself = async () => {
    updates.start()
    await vi.advanceTimersByTimeAsync(afterStart)
  }
  return { updates, happened, told, training, settings, answers, downloads, settle, finish, byItself }
}

const two = ok({ version: '2.0.0' })

test('it looks half a minute after the start, and every day', async () => {
  const { updates, happened } = scene()
  updates.start()
  await vi.advanceTimersByTimeAsync(afterStart - 1)
  expect(happened).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(happened).toEqual(['check'])
  await vi.advanceTimersByTimeAsync(everyDay)
  expect(happened).toEqual(['check', 'check'])
  updates.stop()
  await vi.advanceTimersByTimeAsync(3 * everyDay)
  expect(happened).toEqual(['check', 'check'])
})

test('a new version is downloaded, asked about once, and left for the end of the app', async () => {
  const { happened, told, finish, byItself } = scene({ newest: two })
  await byItself()
  await finish()
  expect(happened).toEqual(['check', 'download', 'ask 2.0.0'])
  await vi.advanceTimersByTimeAsync(2 * everyDay)
  expect(happened).toEqual(['check', 'download', 'ask 2.0.0'])
  expect(told).toEqual([])
})

test('a yes restarts', async () => {
  const { happened, finish, byItself } = scene({ newest: two, answer: 'now' })
  await byItself()
  await finish()
  expect(happened).toEqual(['check', 'download', 'ask 2.0.0', 'restart'])
})

test('a yes, and then a no to giving up what is unsaved, restarts nothing', async () => {
  const { happened, finish, byItself } = scene({ newest: two, answer: 'now', mayQuit: false })
  await byItself()
  await finish()
  expect(happened).toEqual(['check', 'download', 'ask 2.0.0'])
})

test.each<[string, Scene, string[]]>([
  ['it is switched off', { newest: two, isWanted: false }, []],
  ['this copy does not update itself', { hasUpdater: false }, []],
  ['the feed does not answer', { newest: fail('no network') }, ['check']],
  ['this is the newest version', { newest: ok(null) }, ['check']]
])('nobody hears of it by itself when %s', async (_, given, expected) => {
  const { happened, told, byItself } = scene(given)
  await byItself()
  expect([happened, told]).toEqual([expected, []])
})

test.each<[string, Scene, UpdateNote[]]>([
  ['it is switched off', { newest: ok(null), isWanted: false }, [{ kind: 'newest', version: '1.0.0' }]],
  ['this copy does not update itself', { hasUpdater: false }, [{ kind: 'unavailable' }]],
  ['the feed does not answer', { newest: fail('no network') }, [{ kind: 'failed', why: 'no network' }]],
  ['this is the newest version', { newest: ok(null) }, [{ kind: 'newest', version: '1.0.0' }]],
  ['there is a new one', { newest: two }, [{ kind: 'downloading', version: '2.0.0' }]]
])('a person who asks is told when %s', async (_, given, expected) => {
  const { updates, told, settle } = scene(given)
  void updates.check()
  await settle()
  expect(told).toEqual(expected)
})

test('a download that fails is silent by itself, and told to a person who asked', async () => {
  const { updates, told, settle, finish, byItself } = scene({ newest: two })
  await byItself()
  await finish(fail('the disk is full'))
  expect(told).toEqual([])
  void updates.check()
  await settle()
  await finish(fail('the disk is full'))
  expect(told.at(-1)).toEqual({ kind: 'failed', why: 'the disk is full' })
})

test('a person who asks while it is being downloaded is told so, and nothing is begun twice', async () => {
  const { updates, happened, told, settle, byItself } = scene({ newest: two })
  await byItself()
  void updates.check()
  await settle()
  expect([happened, told]).toEqual([['check', 'download'], [{ kind: 'downloading', version: '2.0.0' }]])
})

test('a person who asks again after "later" is asked again', async () => {
  const { updates, happened, answers, settle, finish, byItself } = scene({ newest: two })
  await byItself()
  await finish()
  answers.restart = 'now'
  void updates.check()
  await settle()
  expect(happened).toEqual(['check', 'download', 'ask 2.0.0', 'ask 2.0.0', 'restart'])
})

test('an updater that throws is a failure like another', async () => {
  const told: UpdateNote[] = []
  const updates = createUpdates({
    loadUpdater: () => Promise.reject(new Error('broken')),
    settings: { checkForUpdates: () => true },
    training: new FakeTraining(),
    ask: { tell: note => void told.push(note), restart: () => Promise.resolve('later') },
    mayQuit: () => Promise.resolve(true),
    log: () => undefined
  })
  await updates.check()
  expect(told).toEqual([{ kind: 'failed', why: 'Error: broken' }])
})

test('nothing is looked for, downloaded or restarted while a training runs', async () => {
  const { happened, training, answers, downloads, settle, finish, byItself } = scene({ newest: two })
  training.set(true)
  await byItself()
  expect(happened).toEqual([])

  training.set(false)
  await settle()
  expect(happened).toEqual(['check', 'download'])

  training.set(true)
  await settle()
  expect(downloads[0]?.stop.aborted).toBe(true)
  expect(happened).toEqual(['check', 'download'])

  training.set(false)
  await settle()
  expect(happened).toEqual(['check', 'download', 'download'])

  answers.restart = 'now'
  const last = downloads.at(-1)
  training.set(true)
  last?.end(ok(null))
  await settle()
  expect(happened.filter(what => what === 'restart')).toEqual([])
  training.set(false)
  await settle()
  await finish()
  expect(happened.at(-1)).toBe('restart')
})

test('a training that is begun before the answer puts the question again, at its end', async () => {
  const { updates, happened, training, answers, settle, finish } = scene({ newest: two })
  let begin = (): void => training.set(true)
  Object.defineProperty(answers, 'restart', {
    get: () => {
      begin()
      begin = () => undefined
      return 'now'
    }
  })
  void updates.check()
  await settle()
  await finish()
  expect(happened).toEqual(['check', 'download', 'ask 2.0.0'])
  training.set(false)
  await settle()
  expect(happened).toEqual(['check', 'download', 'ask 2.0.0', 'ask 2.0.0', 'restart'])
})

test('who asks during a training is told that it waits', async () => {
  const { updates, happened, told, training, settle } = scene({ newest: two })
  training.set(true)
  void updates.check()
  await settle()
  expect([happened, told]).toEqual([['check'], [{ kind: 'after-training', version: '2.0.0' }]])
})

test('switched off during a training, nothing is looked for at its end', async () => {
  const { happened, training, settings, settle, byItself } = scene({ newest: two })
  training.set(true)
  await byItself()
  settings.isWanted = false
  training.set(false)
  await settle()
  expect(happened).toEqual([])
})
