import { arch, cpus, freemem, release, totalmem, type as system } from 'node:os'
import type { App } from 'electron'
import { detailsText, settingsFact, type Facts } from '../shared/details/details'
import type { SettingId } from '../shared/settings/settings'
import { bytesText } from '../shared/strings/format'
import { strings } from '../shared/strings/strings'
import type { Log } from './log'
import { redactHere } from './redact'

const words = strings.about.details

const logLines = 50

interface Sources {
  readonly app: Pick<App, 'getVersion' | 'getAppPath' | 'getGPUFeatureStatus'>
  readonly readSetting: (key: SettingId) => string | null | undefined
  readonly log: Pick<Log, 'latest'>
}

/** The answer to `app.details`: what a report of a fault needs, without paths or data of the person. */
export async function appDetails({ app, readSetting, log }: Sources): Promise<string> {
  const { electron, chrome, node } = process.versions
  const facts: Facts = [
    [words.edition, strings.about.editions.desktop],
    [
      words.versions,
      `${strings.app.name} ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}, Node ${node}`
    ],
    [words.system, `${system()} ${release()}, ${arch()}`],
    [words.processors, `${cpus().length} × ${cpus()[0]?.model ?? '–'}`],
    [words.memory, words.memoryOf(bytesText(freemem(), 'decimal'), bytesText(totalmem(), 'decimal'))],
    [words.graphics, listed(app.getGPUFeatureStatus())],
    settingsFact(readSetting)
  ]
  const lines = await log.latest(logLines)
  return detailsText(facts, { [words.log]: redactHere(lines.join('\n'), app.getAppPath()) })
}

function listed(status: object): string {
  return Object.entries(status)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')
}
