import type { FileTrouble } from '../../shared/files/trouble'
import type { AnswerOf, Events, ReadFile } from '../../shared/ipc/answers'
import type { Bridge } from '../../shared/ipc/bridge'
import type { EventName, RequestName } from '../../shared/ipc/names'
import type { Payloads } from '../../shared/ipc/payloads'
import { fail, ok, type Result } from '../../shared/result'
import { createDesktopJournals } from './desktop-journals'
import type { Desktop } from './desktop-shell'
import type { Export, FileHandle, FolderFile, Host, Making, OpenedFile } from './host'
import { createWebBlobs } from './web-blobs'

/** Asks the main process. */
export type Ask = <Name extends RequestName>(name: Name, payload: Payloads[Name]) => Promise<AnswerOf<Name>>

/** Electron: files, menus and windows by the main process, which knows a file's path where we know a token. */
export async function createDesktopHost(bridge: Bridge): Promise<Host> {
  // The contract gives each name its payload and its answer; the bridge carries them as they are.
  const ask: Ask = async <Name extends RequestName>(name: Name, payload: Payloads[Name]) =>
    (await bridge.request(name, payload)) as AnswerOf<Name>
  const tell = <Name extends RequestName>(name: Name, payload: Payloads[Name]): void => {
    ask(name, payload).catch(reportError)
  }
  const hear = <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void): void => {
    bridge.on(name, value => listener(value as Events[Name]))
  }

  const beginning = await ask('window.begin', null)
  const settings = new Map(Object.entries(beginning.settings))

  const writeFolder = async (
    name: string,
    files: Making<readonly FolderFile[]>
  ): Promise<Result<string | null, string>> => {
    const chosen = await ask('files.chooseFolder', { name })
    if (!chosen.ok || chosen.value === null) return inWords(chosen)
    const content = await files()
    if (!content.ok || content.value === null) return content.ok ? ok(null) : content
    const { place } = chosen.value
    const written = await ask('files.writeFolder', { place, name, files: [...content.value] })
    return written.ok ? ok(written.value.name) : fail(written.error.message)
  }

  const writeExport = async ({ name, bytes }: Export): Promise<Result<string | null, string>> => {
    const chosen = await ask('files.chooseExport', { name })
    if (!chosen.ok || chosen.value === null) return inWords(chosen)
    const content = typeof bytes === 'function' ? await bytes() : ok(bytes)
    if (!content.ok || content.value === null) return content.ok ? ok(null) : content
    const written = await ask('files.writeExport', { place: chosen.value.place, bytes: content.value })
    return written.ok ? ok(written.value.name) : fail(written.error.message)
  }

  const desktop: Desktop = {
    platform: beginning.platform,
    version: beginning.version,
    note: beginning.settingsNote,
    open: beginning.open === null ? null : opened(beginning.open),
    recover: beginning.recover,
    command: beginning.command,
    listen: listener => {
      hear('command', id => listener.command(id))
      hear('open', file => listener.open(opened(file)))
      hear('save-and-close', () => {
        void listener.saveBeforeClosing().then(saved => tell('window.closing', { saved }))
      })
    },
    show: face => tell('window.show', { ...face, file: face.file && tokenOf(face.file) }),
    newWindow: screen => tell('window.new', { screen }),
    restart: () => tell('window.restart', null),
    restartApp: () => tell('app.restart', null),
    openLink: url => ask('app.openLink', { url }),
    details: () => ask('app.details', null),
    checkForUpdates: () => tell('app.checkForUpdates', null)
  }

  return {
    kind: 'desktop',
    desktop,
    openFile: async () => orNothing(await ask('files.open', null)),
    readDropped: async dropped => {
      const path = pathOf(bridge, dropped)
      return path === null ? ok(null) : orNothing(await ask('files.openDropped', { path }))
    },
    reopen: async handle => opened(await ask('files.reopen', { file: tokenOf(handle) })),
    recents: {
      list: async () =>
        (await ask('recent.list', null)).map(({ file, picture, ...entry }) => ({
          ...entry,
          handle: handleOf(file),
          picture: parsed(picture)
        })),
      note: async (_name, handle, picture) => {
        await ask('recent.note', { file: tokenOf(handle), picture: JSON.stringify(picture) })
      },
      forget: async id => {
        await ask('recent.forget', { id })
      },
      follow: changed => hear('recent', changed)
    },
    saveFile: async (bytes, name, handle, over) => {
      const saved = await ask('files.save', { file: handle && tokenOf(handle), name, bytes, over })
      if (!saved.ok || saved.value === null) return saved.ok ? ok(null) : saved
      return ok({ name: saved.value.name, handle: handleOf(saved.value.file) })
    },
    saveExport: writeExport,
    saveFolder: writeFolder,
    copyText: text => ask('app.copyText', { text }),
    copyPicture: async png => ask('app.copyPicture', { png: await png }),
    readSetting: key => settings.get(key) ?? null,
    writeSetting: (key, value) => {
      settings.set(key, value)
      tell('settings.write', { key, value })
    },
    followSettings: changed => {
      hear('setting', ({ key, value }) => {
        settings.set(key, value)
        changed(key, value)
      })
    },
    report: (message, stack) => tell('app.report', { message, stack }),
    journals: createDesktopJournals(ask, { handleOf, tokenOf }),
    blobs: createWebBlobs()
  }
}

function handleOf(token: string): FileHandle {
  return { kind: 'file-handle', token }
}

function tokenOf({ token }: FileHandle): string {
  // Handles are made here alone.
  return token as string
}

function opened(read: Result<ReadFile, FileTrouble>): Result<OpenedFile, FileTrouble> {
  if (!read.ok) return read
  const { file, name, bytes } = read.value
  return ok({ name, bytes, handle: handleOf(file) })
}

function orNothing(read: Result<ReadFile | null, FileTrouble>): Result<OpenedFile | null, FileTrouble> {
  return read.ok && read.value !== null ? opened(ok(read.value)) : read.ok ? ok(null) : read
}

function inWords(chosen: Result<unknown, FileTrouble>): Result<null, string> {
  return chosen.ok ? ok(null) : fail(chosen.error.message)
}

function pathOf(bridge: Bridge, { files }: DataTransfer): string | null {
  const [file] = files
  if (!file) return null
  const path = bridge.pathOf(file)
  return path === '' ? null : path
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
