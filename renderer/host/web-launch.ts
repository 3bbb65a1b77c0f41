/** The part of the File Handling API that TypeScript's own types lack. */
interface LaunchQueue {
  setConsumer(consume: (params: { readonly files: readonly FileSystemHandle[] }) => void): void
}

/**
 * Calls with the file that the installed web edition is opened for by the system, also where that was before this call.
 * Each file of several gets a window of its own, as the manifest says.
 */
export function onLaunchedFile(open: (file: FileSystemFileHandle) => void): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue }
  launchQueue?.setConsumer(({ files: [file] }) => {
    if (file instanceof FileSystemFileHandle) open(file)
  })
}
