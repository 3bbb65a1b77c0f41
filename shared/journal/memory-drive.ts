/** A drive in memory that can break, or lose its power, at any of its calls; for tests alone. */
import type { Drive } from './drive'

export interface MemoryDrive extends Drive {
  /** By folder and name. */
  readonly content: Map<string, Map<string, Uint8Array>>
  /** How many calls have changed something. */
  readonly calls: number
}

/** What happens at the call that changes something for the nth time. */
export interface Fault {
  readonly at: number
  /** `once`: this call alone fails; `power`: none after it reaches the disk either. */
  readonly kind: 'once' | 'power'
  /** How much of what it writes is on the disk all the same, 0 to 1. */
  readonly share: number
}

export function createMemoryDrive(content: MemoryDrive['content'] = new Map(), fault?: Fault): MemoryDrive {
  let calls = 0
  /** Does all of something, or that part of it that a fault lets through. */
  const change = async (work: (share: number) => void): Promise<void> => {
    calls += 1
    // As a disk is: never before the next turn.
    await Promise.resolve()
    if (fault === undefined || calls < fault.at || (fault.kind === 'once' && calls > fault.at)) {
      work(1)
      return
    }
    if (calls === fault.at) work(fault.share)
    throw new Error('the drive broke')
  }
  const folderOf = (folder: string): Map<string, Uint8Array> => {
    const found = content.get(folder) ?? new Map<string, Uint8Array>()
    content.set(folder, found)
    return found
  }
  const part = (bytes: Uint8Array, share: number): Uint8Array =>
    bytes.slice(0, Math.floor(bytes.length * share))

  return {
    content,
    get calls() {
      return calls
    },
    folders: () => Promise.resolve([...content.keys()]),
    files: folder =>
      Promise.resolve([...(content.get(folder)?.keys() ?? [])].map(name => ({ name, time: 1 }))),
    read: (folder, file) => {
      const bytes = content.get(folder)?.get(file)
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`there is no ${file}`))
    },
    write: (folder, file, bytes) => change(share => folderOf(folder).set(file, part(bytes, share))),
    grow: async (folder, file) => {
      await change(share => {
        if (share > 0) folderOf(folder).set(file, new Uint8Array())
      })
      return {
        append: bytes =>
          change(share => {
            const before = content.get(folder)?.get(file) ?? new Uint8Array()
            folderOf(folder).set(file, new Uint8Array([...before, ...part(bytes, share)]))
          }),
        close: () => Promise.resolve()
      }
    },
    removeFile: (folder, file) =>
      change(share => {
        if (share > 0) content.get(folder)?.delete(file)
      }),
    removeFolder: folder =>
      change(share => {
        if (share > 0) content.delete(folder)
      })
  }
}
