import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok } from '../../shared/result'
import { isSignedBy } from './feed-signature'
import type { Updater } from './updater'

export interface Copy {
  readonly isPackaged: boolean
  readonly version: string
  /** `process.resourcesPath`: holds app-update.yml, which names the feed, where a release was made. */
  readonly resources: string
  /** `app.getAppPath()`: its package.json holds the key by which feeds are known as ours. */
  readonly app: string
  readonly log: (words: string) => void
}

/**
 * The updater of the copy that runs. `null` for one that does not update itself: in development, without a feed,
 * without a key, or where the system's own package manager brings new versions. electron-updater is read only here,
 * so that a start does not wait for it.
 */
export async function loadElectronUpdater({
  isPackaged,
  version,
  resources,
  app,
  log
}: Copy): Promise<Updater | null> {
  if (!isPackaged || !existsSync(join(resources, 'app-update.yml'))) return null
  const key = await updateKey(app)
  if (key === null) {
    log('updates: package.json holds no updateKey, so that no feed can be trusted')
    return null
  }
  const { autoUpdater, CancellationToken, DebUpdater } = await import('electron-updater')
  if (!autoUpdater.isUpdaterActive()) return null

  // On Debian installing asks for a password, which is no way to say goodbye.
  const installsOnQuit = !(autoUpdater instanceof DebUpdater)
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = installsOnQuit
  autoUpdater.allowDowngrade = false
  autoUpdater.disableWebInstaller = true
  const write = (words: unknown) =>
    log(`electron-updater: ${words instanceof Error ? words.message : String(words)}`)
  autoUpdater.logger = { info: write, warn: write, error: write }

  return {
    version,
    installsOnQuit,
    check: async () => {
      try {
        const found = await autoUpdater.checkForUpdates()
        if (found === null || !found.isUpdateAvailable) return ok(null)
        if (!isSignedBy(found.updateInfo, key)) return fail('the feed is not signed by who made this copy')
        return ok({ version: found.updateInfo.version })
      } catch (reason) {
        return fail(firstLine(reason))
      }
    },
    download: async stop => {
      const token = new CancellationToken()
      const cancel = () => token.cancel()
      stop.addEventListener('abort', cancel)
      try {
        await autoUpdater.downloadUpdate(token)
        return ok(null)
      } catch (reason) {
        return fail(firstLine(reason))
      } finally {
        stop.removeEventListener('abort', cancel)
      }
    },
    restart: () => autoUpdater.quitAndInstall(true, true)
  }
}

async function updateKey(app: string): Promise<string | null> {
  const { updateKey: key } = JSON.parse(await readFile(join(app, 'package.json'), 'utf8')) as {
    readonly updateKey?: unknown
  }
  return typeof key === 'string' && key !== '' ? key : null
}

/** electron-updater's messages go on with whole answers of servers. */
function firstLine(reason: unknown): string {
  return (reason instanceof Error ? reason.message : String(reason)).split('\n', 1)[0] ?? ''
}
