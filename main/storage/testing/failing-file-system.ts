import { passingCalls, type Call } from '../calls'
import { nodeFileSystem, type FileSystem } from '../file-system'
import { systemError } from '../system-error'

/** The real disk, where some calls fail. */
export function failing(code: string, fails: (call: Call) => boolean): FileSystem {
  return passingCalls(nodeFileSystem, (call, perform) =>
    fails(call) ? Promise.reject(systemError(code)) : perform()
  )
}
