import { describe, expect, it } from 'vitest'
import type { FromExporter, ToExporter } from '../../shared/codegen/export-session'
import { emptyDocument } from '../../shared/document/create'
import { startExport, type ExporterPort } from './export-client'

const wanted: ToExporter = {
  document: emptyDocument('doc-test', 'test'),
  target: 'keras',
  forms: ['script'],
  weights: null,
  zip: null
}
const done: FromExporter = { kind: 'made', files: new Map(), sizes: new Map() }

function setUp() {
  const sent: ToExporter[] = []
  const steps: string[] = []
  let ended = 0
  const port: ExporterPort = {
    postMessage: message => void sent.push(message),
    terminate: () => void (ended += 1),
    onmessage: null,
    onerror: null,
    onmessageerror: null
  }
  const going = startExport(
    () => port,
    wanted,
    step => steps.push(step)
  )
  return {
    ...going,
    sent,
    steps,
    ended: () => ended,
    say: (message: FromExporter) => port.onmessage?.({ data: message } as MessageEvent<FromExporter>),
    crash: (message: string) => port.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent)
  }
}

describe('startExport', () => {
  it('asks once, follows the steps, and ends its worker with the answer', async () => {
    const { made, sent, steps, say, ended } = setUp()
    expect(sent).toEqual([wanted])
    say({ kind: 'step', step: 'reading' })
    say({ kind: 'step', step: 'writing' })
    expect([steps, ended()]).toEqual([['reading', 'writing'], 0])
    say(done)
    expect(await made).toEqual({ ok: true, value: done })
    expect(ended()).toBe(1)
  })

  it('hands on why it was refused', async () => {
    const { made, say, ended } = setUp()
    say({ kind: 'refused', message: 'no data' })
    expect(await made).toEqual({ ok: false, error: 'no data' })
    expect(ended()).toBe(1)
  })

  it('is given up: what comes later counts no more', async () => {
    const { made, cancel, say, ended } = setUp()
    cancel()
    say(done)
    expect(await made).toEqual({ ok: true, value: null })
    expect(ended()).toBe(1)
  })

  it('tells of a death', async () => {
    const { made, crash } = setUp()
    crash('out of memory')
    expect(await made).toEqual({ ok: false, error: 'The exporter ended (out of memory). Try again.' })
  })
})
