import { passingCalls, type Call } from '../calls'
import type { FileSystem, OpenFile } from '../file-system'
import { systemError } from '../system-error'

/** What goes wrong at one call. */
export type Fault =
  /** It does nothing, and says why. */
  | { readonly kind: 'refused'; readonly code: string }
  /** It does what it was asked for, and says that it did not; a network may. */
  | { readonly kind: 'done-but-refused'; readonly code: string }
  /** A write takes half of its bytes. That is no failure: the rest may be written. */
  | { readonly kind: 'cut-short' }
  /** A write takes half of its bytes, and says that it did nothing. */
  | { readonly kind: 'torn'; readonly code: string }
  /** This call and all others fail until the disk is healed. */
  | { readonly kind: 'broken'; readonly code: string }
  /** The process ends before the call. */
  | { readonly kind: 'killed' }
  /** The process ends in the middle of a write. */
  | { readonly kind: 'killed-writing' }

export interface FaultyFileSystem {
  readonly fs: FileSystem
  /** All that was asked so far. */
  calls(): readonly string[]
  /** No more faults; what was killed stays so. */
  heal(): void
}

/** A file system where the calls of these numbers, from 0, go wrong. */
export function createFaultyFileSystem(
  real: FileSystem,
  faults: ReadonlyMap<number, Fault>
): FaultyFileSystem {
  const calls: string[] = []
  let active = faults
  let broken: string | null = null
  let isKilled = false
  let writesHalf = false

  const file = (opened: OpenFile): OpenFile => ({
    ...opened,
    write: bytes => opened.write(writesHalf ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes)
  })
  const halving: FileSystem = {
    ...real,
    open: async (path, how, mode) => file(await real.open(path, how, mode))
  }

  const next = (name: string): Fault | null => {
    if (isKilled) throw systemError('EIO')
    const fault = active.get(calls.length) ?? null
    calls.push(name)
    if (fault?.kind === 'broken') broken = fault.code
    if (fault?.kind === 'killed' || fault?.kind === 'killed-writing') isKilled = true
    return broken === null ? fault : { kind: 'refused', code: broken }
  }

  const half = async <T>(perform: () => Promise<T>): Promise<T> => {
    writesHalf = true
    try {
      return await perform()
    } finally {
      writesHalf = false
    }
  }

  const pass = async <T>({ name }: Call, perform: () => Promise<T>): Promise<T> => {
    const fault = next(name)
    if (fault === null) return perform()
    switch (fault.kind) {
      case 'cut-short':
        return half(perform)
      case 'torn':
      case 'killed-writing':
        if (name === 'file.write') await half(perform)
        break
      case 'done-but-refused':
        await letGo(await perform())
        break
      case 'refused':
      case 'broken':
      case 'killed':
    }
    // A file is closed then, whatever the system says; when a process ends, it sees to that.
    if (name === 'file.close' && !isKilled && fault.kind !== 'done-but-refused') await perform()
    throw systemError('code' in fault ? fault.code : 'EIO')
  }

  return {
    fs: {
      ...passingCalls(halving, pass),
      readAtOnce: (path, most) => {
        const fault = next('readAtOnce')
        if (fault === null || fault.kind === 'cut-short') return real.readAtOnce(path, most)
        throw systemError('code' in fault ? fault.code : 'EIO')
      }
    },
    calls: () => calls,
    heal: () => {
      active = new Map()
      broken = null
    }
  }
}

/** Nobody will close what nobody was given. */
async function letGo(result: unknown): Promise<void> {
  if (isOpenFile(result)) await result.close()
}

function isOpenFile(result: unknown): result is OpenFile {
  return typeof result === 'object' && result !== null && 'close' in result
}
