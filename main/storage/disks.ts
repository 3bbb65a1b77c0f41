import type { FileTrouble } from '../../shared/files/trouble'
import { fail, type Result } from '../../shared/result'
import { passingCalls, type Call } from './calls'
import type { Clock } from './clock'
import type { FileSystem } from './file-system'
import { systemError } from './system-error'
import { createThreads } from './threads'
import { hanging } from './trouble'

/** Some calls to the file system that belong together: a file is read, a file is written. */
export type Work<T> = (fs: FileSystem, isLate: () => boolean) => Promise<Result<T, FileTrouble>>

/** Work that was begun. */
export interface Begun<T> {
  /** Its result; or `hanging` as soon as one of its calls does not come back in time. */
  readonly answer: Promise<Result<T, FileTrouble>>
  /** Whether `hanging` was answered. */
  isLate(): boolean
  /** Done when nothing of it goes on any more. */
  readonly end: Promise<unknown>
}

/** Disks that may hang without taking the app with them. */
export interface Disks {
  readonly clock: Clock
  begin<T>(work: Work<T>): Begun<T>
  /** Waits for the disk, whatever it takes: for what the app can't begin without. */
  readAtOnce(path: string, most: number): Uint8Array
}

export interface DisksOptions {
  readonly fs: FileSystem
  readonly clock: Clock
  /** How many milliseconds one call may take. What is large is read and written in many. */
  readonly deadline?: number
  /**
   * How many of Node's threads these disks may hold at a time. A call that hangs keeps its thread, and Node has four
   * for all files of the process: one is left for what is on other disks.
   */
  readonly threads?: number
}

/**
 * A call that hangs can't be taken back, it can only be waited for no longer. Who was told `hanging` was told that
 * nothing was done: so when the call comes back after all, the work may tidy up and no more.
 */
export function createDisks({ fs, clock, deadline = 10_000, threads: count = 3 }: DisksOptions): Disks {
  const threads = createThreads(count)

  return {
    clock,
    readAtOnce: (path, most) => fs.readAtOnce(path, most),
    begin: <T>(work: Work<T>): Begun<T> => {
      let isLate = false
      let giveUp = (): void => undefined
      const late = new Promise<Result<T, FileTrouble>>(answer => {
        giveUp = () => {
          isLate = true
          answer(fail(hanging))
        }
      })

      const pass = async <V>(call: Call, perform: () => Promise<V>): Promise<V> => {
        if (isLate && !tidiesUp(call)) throw systemError('ETIMEDOUT')
        if (!(await threads.enter(tidiesUp(call)))) {
          giveUp()
          throw systemError('ETIMEDOUT')
        }
        let hasHung = false
        const stop = clock.after(deadline, () => {
          hasHung = true
          threads.hang()
          giveUp()
        })
        try {
          return await perform()
        } finally {
          stop()
          threads.leave(hasHung)
        }
      }

      const end = work(passingCalls(fs, pass), () => isLate)
      return { answer: Promise.race([end, late]), isLate: () => isLate, end }
    }
  }
}

function tidiesUp({ name }: Call): boolean {
  return ['file.close', 'lstat', 'readdir', 'unlink', 'rmdir'].includes(name)
}
