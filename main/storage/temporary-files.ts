import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { FileTrouble } from '../../shared/files/trouble'
import type { Result } from '../../shared/result'
import type { Clock } from './clock'
import type { FileSystem } from './file-system'
import { codeOf } from './system-error'

/**
 * `.blockprop-WHAT-MACHINE-PROCESS-RANDOM.tmp`: hidden, always 50 bytes or so, so that it fits wherever the name of
 * the file itself fits. WHAT is made from that name: a file's leftovers are found by it.
 */
const form = /^\.blockprop-([0-9a-f]{12})-([0-9a-f]{6})-(\d+)-[0-9a-f]{8}\.tmp$/

const machine = digest(hostname(), 6)
const dayInMilliseconds = 24 * 3600 * 1000

/** Those that this process is writing just now. */
const inUse = new Set<string>()

/** Has something made beside this path, to be renamed to it. Where that fails nothing of it is left. */
export async function withTemporary<T>(
  fs: FileSystem,
  path: string,
  make: (temporary: string) => Promise<Result<T, FileTrouble>>
): Promise<Result<T, FileTrouble>> {
  const temporary = temporaryBeside(path)
  inUse.add(temporary)
  let isMade = false
  try {
    const made = await make(temporary)
    isMade = made.ok
    return made
  } finally {
    // What can't be removed now is swept later.
    if (!isMade) await trying(() => remove(fs, temporary))
    inUse.delete(temporary)
  }
}

function temporaryBeside(path: string): string {
  const name = `.blockprop-${digest(basename(path), 12)}-${machine}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  return join(dirname(path), name)
}

/**
 * Removes what a crash has left of earlier tries to write this path: what a process has left that is gone, or one of
 * another machine a day ago. What can't be removed stays, and stops nobody.
 */
export async function sweepBeside(fs: FileSystem, clock: Clock, path: string): Promise<void> {
  const [folder, what] = [dirname(path), digest(basename(path), 12)]
  await trying(async () => {
    for (const name of await fs.readdir(folder)) {
      const [matches, ofWhat, ofMachine, ofProcess] = form.exec(name) ?? []
      if (matches === undefined || ofWhat !== what) continue
      const leftover = join(folder, name)
      if (inUse.has(leftover)) continue
      await trying(async () => {
        const facts = await fs.lstat(leftover)
        const isLeft = ofMachine === machine && !isRunning(Number(ofProcess))
        const age = clock.now() - Number(facts.modified / 1_000_000n)
        if (isLeft || age > dayInMilliseconds) await remove(fs, leftover)
      })
    }
  })
}

/** A folder goes with the files in it; there are no folders in ours. */
async function remove(fs: FileSystem, temporary: string): Promise<void> {
  const { kind } = await fs.lstat(temporary)
  if (kind !== 'folder') return fs.unlink(temporary)
  for (const name of await fs.readdir(temporary)) await fs.unlink(join(temporary, name))
  await fs.rmdir(temporary)
}

/** Another process than this one: of ours we know by `inUse`, and an earlier one may have had the same number. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (codeOf(error) === null) throw error
  }
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}
