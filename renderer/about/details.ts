import { detailsText, settingsFact, type Facts } from '../../shared/details/details'
import { redact } from '../../shared/details/redact'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { useSettings } from '../store/settings'
import { useTraining } from '../store/training'
import { version } from '../version'

const words = strings.about.details

/** For a report of a fault: what runs where, and what went wrong. No paths, and nothing of the person's work. */
export async function currentDetails(error: Error | null = null): Promise<string> {
  const own = detailsText(windowFacts(), { [words.error]: error === null ? '' : safeStack(error) })
  const { desktop } = host
  if (desktop) return `${own}\n\n${await desktop.details()}`
  const { userAgent, hardwareConcurrency } = navigator
  const facts: Facts = [
    [words.versions, `${strings.app.name} ${version}, ${strings.about.editions.web}`],
    [words.browser, userAgent],
    [words.processors, String(hardwareConcurrency)],
    settingsFact(id => useSettings.getState()[id])
  ]
  return `${detailsText(facts)}\n${own}`
}

/** Where an error comes from, without what its message may quote of the person's work. */
export function safeStack(error: Error): string {
  // Chromium's stacks begin with the message, those of others don't.
  const { stack = '' } = error
  const whole = stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`
  return safeText(whole)
}

export function safeText(text: string): string {
  return redact(text, { words: privateWords() })
}

/** What the person has named: the network, its groups and blocks, the file. */
function privateWords(): readonly string[] {
  const { document } = useDocument.getState()
  const networks = Object.values(document.networks)
  return [
    document.name,
    ...networks.flatMap(network => [network.name, ...Object.values(network.blocks).map(({ name }) => name)]),
    useSession.getState().file?.name ?? ''
  ].filter(name => name !== strings.app.untitled)
}

function windowFacts(): Facts {
  const { innerWidth, innerHeight, devicePixelRatio } = window
  const { run } = useTraining.getState()
  const backend = 'facts' in run ? run.facts?.backend : undefined
  return [
    [words.window, `${innerWidth} × ${innerHeight}, ${devicePixelRatio}×, ${useSession.getState().screen}`],
    [words.training, backend === undefined ? run.kind : `${run.kind}, ${backend}`]
  ]
}
