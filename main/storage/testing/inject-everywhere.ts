import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileSystem } from '../file-system'
import { createFaultyFileSystem, type Fault } from './faulty-file-system'
import { createVolatileDisk } from './volatile-disk'

/** Something that the app changes on a disk, from an old state to a new one. */
export interface Scenario {
  readonly name: string
  /** Puts the old state into the folder, by the real file system. */
  prepare(folder: string): void
  /** Starts the app on this file system; what it gives makes the change, and tells whether it says that it is done. */
  start(fs: FileSystem, folder: string): () => Promise<boolean>
  /** What a look at the folder shows: a state that is whole, or in words what is wrong. */
  look(folder: string): 'old' | 'new' | { readonly broken: string }
  /** The names that may be in the folder; all others were left behind. */
  mayBeThere(name: string): boolean
}

/** Power is never lost but by our switch, so a disk in memory does, where there is one. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE']

const faults: readonly Fault[] = [
  ...codes.map(code => ({ kind: 'refused', code }) as const),
  { kind: 'done-but-refused', code: 'EIO' },
  { kind: 'cut-short' },
  { kind: 'torn', code: 'ENOSPC' },
  { kind: 'broken', code: 'ENOSPC' },
  { kind: 'broken', code: 'EIO' },
  { kind: 'killed' },
  { kind: 'killed-writing' }
]

const onlyWhenWriting: readonly string[] = ['cut-short', 'torn', 'killed-writing']

/** What becomes of the disk after the process has ended. */
type Ending = 'process only' | 'power cut, names kept' | 'power cut, names lost'
const endings: readonly Ending[] = ['process only', 'power cut, names kept', 'power cut, names lost']

export interface Injected {
  /** How many faults there were. */
  readonly faults: number
  /** Which scenario, which fault at which call, and what was wrong then. */
  readonly found: readonly string[]
}

/**
 * Has the change made with every fault at every one of its calls in turn, and after each looks: the old state or the
 * new one is there, whole, and the new one where the app has said so; nothing stays open, and nothing is left behind.
 * Then the fault is over, or the app starts anew, and the change is made once more: now it must succeed, and last
 * through a power cut.
 *
 * With `inPairs`, a second fault comes at every later call too.
 */
export async function injectEverywhere(scenario: Scenario, inPairs = false): Promise<Injected> {
  const found: string[] = []
  let injected = 0

  const calls = await callsOf(scenario, new Map(), found)
  for (const [at, call] of calls.entries())
    for (const fault of faultsAt(call)) {
      const first = new Map([[at, fault]])
      const said = `${scenario.name}: ${inWords(fault)} at call ${at} (${call})`
      injected += await attempt(scenario, first, said, found)
      if (!inPairs || endsProcess(fault)) continue
      const later = await callsOf(scenario, first, [])
      for (const [second, name] of later.entries())
        for (const other of second > at ? faultsAt(name) : []) {
          const both = new Map([...first, [second, other]])
          injected += await attempt(
            scenario,
            both,
            `${said}, ${inWords(other)} at ${second} (${name})`,
            found
          )
        }
    }
  return { faults: injected, found }
}

/** Every ending that these faults may have. */
async function attempt(
  scenario: Scenario,
  faults: ReadonlyMap<number, Fault>,
  said: string,
  found: string[]
): Promise<number> {
  const isEnd = [...faults.values()].some(endsProcess)
  for (const ending of isEnd ? endings : [null]) {
    const wrong = await inFolder((folder, attic) => tryOut(scenario, folder, attic, faults, ending))
    found.push(...wrong.map(what => `${said}${ending === null ? '' : `, ${ending}`}: ${what}`))
  }
  return isEnd ? endings.length : 1
}

async function tryOut(
  scenario: Scenario,
  folder: string,
  attic: string,
  faults: ReadonlyMap<number, Fault>,
  ending: Ending | null
): Promise<readonly string[]> {
  scenario.prepare(folder)
  const disk = createVolatileDisk(attic)
  const faulty = createFaultyFileSystem(disk.fs, faults)
  const wrong: string[] = []
  const expectWhole = (when: string, isDone: boolean) => {
    const seen = scenario.look(folder)
    if (typeof seen === 'object') wrong.push(`${when} ${seen.broken}`)
    else if (isDone && seen === 'old')
      wrong.push(`${when} the old state is there, though the new one was reported`)
  }
  const expectTidy = (when: string) => {
    const left = readdirSync(folder).filter(name => !scenario.mayBeThere(name))
    if (left.length > 0) wrong.push(`${when} ${left.join(', ')} is left`)
    if (disk.openFiles() > 0) wrong.push(`${when} ${disk.openFiles()} files are open`)
  }

  let change = scenario.start(faulty.fs, folder)
  const isDone = await change()
  if (ending === null) {
    expectWhole('after the fault', isDone)
    // Where the disk refuses everything, it refuses to be tidied too.
    if (![...faults.values()].some(({ kind }) => kind === 'broken') && faults.size === 1)
      expectTidy('after the fault')
    faulty.heal()
  } else {
    await disk.closeAll()
    if (ending !== 'process only') disk.losePower(ending === 'power cut, names kept' ? 'kept' : 'lost')
    expectWhole('after the end', isDone)
    change = scenario.start(disk.fs, folder)
  }

  if (!(await change())) wrong.push('a retry fails')
  expectWhole('after the retry', true)
  expectTidy('after the retry')
  await disk.closeAll()
  disk.losePower('lost')
  expectWhole('after the retry and a power cut', true)
  return wrong
}

/** What the app asks when these faults come in its way. */
async function callsOf(
  scenario: Scenario,
  faults: ReadonlyMap<number, Fault>,
  found: string[]
): Promise<readonly string[]> {
  return inFolder(async (folder, attic) => {
    scenario.prepare(folder)
    if (scenario.look(folder) !== 'old') found.push(`${scenario.name}: it does not begin with the old state`)
    const disk = createVolatileDisk(attic)
    const faulty = createFaultyFileSystem(disk.fs, faults)
    await scenario.start(faulty.fs, folder)()
    await disk.closeAll()
    return faulty.calls()
  })
}

async function inFolder<T>(use: (folder: string, attic: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(memory, 'blockprop-faults-'))
  const [folder, attic] = [join(root, 'disk'), join(root, 'attic')]
  mkdirSync(folder)
  mkdirSync(attic)
  try {
    return await use(folder, attic)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function faultsAt(call: string): readonly Fault[] {
  return call === 'file.write' ? faults : faults.filter(({ kind }) => !onlyWhenWriting.includes(kind))
}

function endsProcess({ kind }: Fault): boolean {
  return kind === 'killed' || kind === 'killed-writing'
}

function inWords(fault: Fault): string {
  return 'code' in fault ? `${fault.kind} ${fault.code}` : fault.kind
}
