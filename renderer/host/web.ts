import type { FileTrouble, TroubleKind } from '../../shared/files/trouble'
import { limits } from '../../shared/document/limits'
import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { Export, FileHandle, FolderFile, Host, Making, OpenedFile, Over, SavedFile } from './host'
import { createWebBlobs } from './web-blobs'
import { createWebJournals } from './web-journals'
import { onLaunchedFile } from './web-launch'
import { createWebRecents } from './web-recents'

const words = strings.files
const blobs = createWebBlobs()

const keyPrefix = 'blockprop.'

/** A browser: the File System Access API where there is one, else an input of files and a download. */
export const webHost: Host = {
  kind: 'web',
  openFile: () => ('showOpenFilePicker' in window ? openByPicker() : openByInput()),
  readDropped,
  followLaunch: open =>
    onLaunchedFile(handle => {
      void handle.getFile().then(
        async file => open(await read(file, handle)),
        (reason: unknown) => open(fail(troubleOf(reason)))
      )
    }),
  ...('showOpenFilePicker' in globalThis && { reopen, recents: createWebRecents(blobs, isSame) }),
  saveFile: (bytes, name, handle, over) => {
    if (handle !== null) return overwrite(handle, bytes, over)
    return 'showSaveFilePicker' in window ? saveByPicker(bytes, name) : Promise.resolve(download(bytes, name))
  },
  saveExport: file => ('showSaveFilePicker' in window ? exportByPicker(file) : exportByDownload(file)),
  ...('showDirectoryPicker' in globalThis && { saveFolder: folderByPicker }),
  copyText: async text => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  },
  ...('ClipboardItem' in globalThis && { copyPicture }),
  readSetting: key => {
    try {
      return localStorage.getItem(keyPrefix + key)
    } catch {
      return null
    }
  },
  writeSetting: (key, value) => {
    try {
      localStorage.setItem(keyPrefix + key, value)
    } catch {
      // Storage that is full or forbidden: the setting holds until the window closes.
    }
  },
  followSettings,
  mayWrite,
  journals: createWebJournals({
    spawn: () =>
      new Worker(new URL('../workers/journal.worker.ts', import.meta.url), {
        type: 'module',
        name: 'journal'
      }),
    blobs
  }),
  blobs
}

function followSettings(changed: (key: string, value: string | null) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(keyPrefix)) changed(key.slice(keyPrefix.length), newValue)
  })
}

/** The clipboard is handed a promise at once, since some browsers forget the click by the time a picture is drawn. */
async function copyPicture(png: Promise<Uint8Array>): Promise<boolean> {
  try {
    const blob = png.then(bytes => new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    return true
  } catch {
    return false
  }
}

/** The part of the File System Access API that TypeScript's own types lack. */
interface Pickers {
  showOpenFilePicker(options: object): Promise<readonly FileSystemFileHandle[]>
  showSaveFilePicker(options: object): Promise<FileSystemFileHandle>
  showDirectoryPicker(options: object): Promise<FileSystemDirectoryHandle>
}

const types = [{ description: strings.files.kind, accept: { 'application/json': ['.blockprop'] } }]

async function openByPicker(): Promise<Result<OpenedFile | null, FileTrouble>> {
  try {
    const [handle] = await (window as unknown as Pickers).showOpenFilePicker({ types })
    return handle === undefined ? ok(null) : await read(await handle.getFile(), handle)
  } catch (reason) {
    return isChangeOfMind(reason) ? ok(null) : fail(troubleOf(reason))
  }
}

function openByInput(): Promise<Result<OpenedFile | null, FileTrouble>> {
  return new Promise(done => {
    const input = window.document.createElement('input')
    input.type = 'file'
    input.accept = '.blockprop'
    input.hidden = true
    const answer = (file: File | undefined): void => {
      input.remove()
      done(file ? read(file, null) : ok(null))
    }
    input.addEventListener('cancel', () => answer(undefined))
    input.addEventListener('change', () => answer(input.files?.[0]))
    // One that is in no document may be collected as garbage while its dialog is open, and then says nothing.
    window.document.body.append(input)
    input.click()
  })
}

/** With its handle where the browser gives one, so that it can be saved where it was. */
async function readDropped({ items }: DataTransfer): Promise<Result<OpenedFile | null, FileTrouble>> {
  const item = [...items].find(({ kind }) => kind === 'file')
  const file = item?.getAsFile()
  if (!item || !file) return ok(null)
  const dropped = item as DataTransferItem & {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
  }
  const handle = await dropped.getAsFileSystemHandle?.().catch(() => null)
  return read(file, handle instanceof FileSystemFileHandle ? handle : null)
}

/** A file, and when it was last read or written here, in milliseconds: by that it is known whether it is another now. */
interface Known {
  readonly file: FileSystemFileHandle
  readonly modified: number | null
}

function isSame(a: FileHandle, b: FileHandle): Promise<boolean> {
  return fileOf(a).isSameEntry(fileOf(b))
}

/** A handle outlasts the window, the leave to use it may not. */
async function reopen(handle: FileHandle): Promise<Result<OpenedFile, FileTrouble>> {
  const file = fileOf(handle) as FileSystemFileHandle & {
    requestPermission?(options: { readonly mode: 'read' }): Promise<PermissionState>
  }
  try {
    const leave = await file.requestPermission?.({ mode: 'read' })
    if (leave !== undefined && leave !== 'granted') return fail(trouble('not-allowed', words.notAllowed))
    return await read(await file.getFile(), file)
  } catch (reason) {
    return fail(troubleOf(reason))
  }
}

/** Handles in the page's private file system may always be written to, and older browsers do not say. */
async function mayWrite(handle: FileHandle): Promise<boolean> {
  const file = fileOf(handle) as FileSystemFileHandle & {
    queryPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>
  }
  return (await file.queryPermission?.({ mode: 'readwrite' })) === 'granted'
}

async function read(
  file: File,
  handle: FileSystemFileHandle | null
): Promise<Result<OpenedFile, FileTrouble>> {
  if (file.size > limits.fileBytes)
    return fail(trouble('too-large', words.tooLarge(file.size, limits.fileBytes)))
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return ok({ name: file.name, bytes, handle: handle && handleOf(handle, file.lastModified) })
  } catch (reason) {
    return fail(troubleOf(reason))
  }
}

/** Writes over a file that is as it was last seen here, unless whatever is there may go. */
async function overwrite(
  handle: FileHandle,
  bytes: Uint8Array,
  over: Over
): Promise<Result<SavedFile | null, FileTrouble>> {
  const { file, modified } = knownOf(handle)
  try {
    if (over === 'known' && modified !== null) {
      const { lastModified } = await file.getFile()
      if (lastModified !== modified) return fail(trouble('changed', words.changed))
    }
    return await writeTo(file, bytes)
  } catch (reason) {
    return fail(troubleOf(reason))
  }
}

async function saveByPicker(bytes: Uint8Array, name: string): Promise<Result<SavedFile | null, FileTrouble>> {
  try {
    const picker = window as unknown as Pickers
    return await writeTo(await picker.showSaveFilePicker({ suggestedName: name, types }), bytes)
  } catch (reason) {
    return isChangeOfMind(reason) ? ok(null) : fail(troubleOf(reason))
  }
}

async function made({ bytes }: Export): Promise<Result<Uint8Array | null, string>> {
  return typeof bytes === 'function' ? await bytes() : ok(bytes)
}

async function exportByDownload(file: Export): Promise<Result<string | null, string>> {
  const content = await made(file)
  if (!content.ok) return content
  return content.value === null ? ok(null) : ok(download(content.value, file.name).value.name)
}

async function exportByPicker(file: Export): Promise<Result<string | null, string>> {
  try {
    const picker = window as unknown as Pickers
    const handle = await picker.showSaveFilePicker({ suggestedName: file.name })
    const content = await made(file)
    const bytes = content.ok ? content.value : null
    if (bytes === null) {
      await removeEmpty(handle)
      return content.ok ? ok(null) : content
    }
    const written = await writeTo(handle, bytes)
    return written.ok ? ok(written.value?.name ?? null) : fail(written.error.message)
  } catch (reason) {
    return isChangeOfMind(reason) ? ok(null) : fail(wordsOf(reason))
  }
}

/** The dialog has made a file; where nothing came to be in it, it goes again. One that was there before stays. */
async function removeEmpty(handle: FileSystemFileHandle): Promise<void> {
  const { size } = await handle.getFile()
  if (size === 0 && 'remove' in handle) await (handle as { remove(): Promise<void> }).remove()
}

async function folderByPicker(
  name: string,
  files: Making<readonly FolderFile[]>
): Promise<Result<string | null, string>> {
  try {
    const picker = window as unknown as Pickers
    const place = await picker.showDirectoryPicker({ mode: 'readwrite' })
    const content = await files()
    if (!content.ok) return content
    if (content.value === null) return ok(null)
    const folder = await newFolder(place, name)
    for (const file of content.value) {
      const written = await writeTo(await folder.getFileHandle(file.name, { create: true }), file.bytes)
      if (!written.ok) return fail(written.error.message)
    }
    return ok(folder.name)
  } catch (reason) {
    return isChangeOfMind(reason) ? ok(null) : fail(wordsOf(reason))
  }
}

/** Nothing that is there is written over: `name`, else `name-2` and so on. */
async function newFolder(place: FileSystemDirectoryHandle, name: string): Promise<FileSystemDirectoryHandle> {
  const taken = new Set<string>()
  for await (const other of place.keys()) taken.add(other.toLowerCase())
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? name : `${name}-${n}`
    if (!taken.has(wanted.toLowerCase())) return place.getDirectoryHandle(wanted, { create: true })
  }
}

/** The browser writes beside the file and swaps on `close`, so that a crash leaves the old one whole. */
async function writeTo(
  handle: FileSystemFileHandle,
  bytes: Uint8Array
): Promise<Result<SavedFile | null, FileTrouble>> {
  try {
    const stream = await handle.createWritable()
    await stream.write(new Uint8Array(bytes))
    await stream.close()
    const { lastModified } = await handle.getFile()
    return ok({ name: handle.name, handle: handleOf(handle, lastModified) })
  } catch (reason) {
    return isChangeOfMind(reason) ? ok(null) : fail(troubleOf(reason))
  }
}

function download(bytes: Uint8Array, name: string): { readonly ok: true; readonly value: SavedFile } {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }))
  const link = window.document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return { ok: true, value: { name, handle: null } }
}

function handleOf(file: FileSystemFileHandle, modified: number): FileHandle {
  return { kind: 'file-handle', token: { file, modified } satisfies Known }
}

/** Handles that an earlier version stored are the file alone. */
function knownOf({ token }: FileHandle): Known {
  return token instanceof FileSystemFileHandle ? { file: token, modified: null } : (token as Known)
}

function fileOf(handle: FileHandle): FileSystemFileHandle {
  return knownOf(handle).file
}

function isChangeOfMind(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError'
}

/** The browser's own failures, by their names. */
const kinds: Readonly<Record<string, TroubleKind>> = {
  NotFoundError: 'gone',
  NotAllowedError: 'not-allowed',
  SecurityError: 'not-allowed',
  NoModificationAllowedError: 'read-only',
  QuotaExceededError: 'disk-full'
}

function troubleOf(reason: unknown): FileTrouble {
  const kind = (reason instanceof DOMException && kinds[reason.name]) || 'other'
  if (kind === 'gone') return trouble(kind, words.gone)
  return trouble(kind, kind === 'not-allowed' ? words.notAllowed : words.browserSays(wordsOf(reason)))
}

function trouble(kind: TroubleKind, message: string): FileTrouble {
  return { kind, message }
}

function wordsOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}
