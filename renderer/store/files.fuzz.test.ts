import { expect, test } from 'vitest'
import { TARGETS } from '../../shared/codegen/registry'
import { readDocument } from '../../shared/document/read'
import { writeDocument } from '../../shared/document/write'
import { damagedDocument, soundDocuments } from '../../shared/fuzz/node-documents'
import { fuzz, fuzzTimeout } from '../../shared/fuzz/node-fuzz'
import { networkOf } from '../../shared/network/network-of'
import { ok } from '../../shared/result'
import { miniScene } from '../diagram/mini-scene'
import { sceneOf } from '../diagram/scene'
import { diagramSvg } from '../diagram/svg'
import { analysisOf } from './analysis'
import { useDocument } from './document'
import { openRead } from './files'
import { useSession } from './session'
import { currentNetwork } from './summary'
import { useTraining } from './training'

const sound = soundDocuments()

/** Opens a file as a person does, and makes all that a window shows of it. */
function openStranger(bytes: Uint8Array): 'taken' | 'refused' {
  const state = () => [useDocument.getState(), useTraining.getState(), useSession.getState().file] as const
  const before = state()
  useSession.setState({ notice: null })
  const read = readDocument(bytes)
  openRead(ok({ name: 'stranger.blockprop', bytes, handle: null }))
  if (!read.ok) {
    for (const [i, part] of state().entries()) expect(part).toBe(before[i])
    const { notice } = useSession.getState()
    expect(notice?.kind).toBe('error')
    expect(notice?.text).toMatch(/\w/)
    expect(read.error.message.length, read.error.message).toBeLessThan(2000)
    return 'refused'
  }
  const { document, attachments } = useDocument.getState()
  // Blocks without a place are given one.
  expect({ ...document, view: null }).toEqual({ ...read.value.document, view: null })
  const analysis = analysisOf(document)
  const network = currentNetwork()
  for (const target of network ? TARGETS : []) if (network) target.model({ network })
  networkOf(document)
  miniScene(document)
  for (const id of Object.keys(document.networks))
    diagramSvg(sceneOf(document, analysis, id), { theme: 'light', transparent: false })
  const again = readDocument(writeDocument(document, attachments))
  expect(again.ok && again.value.document).toEqual(document)
  return 'taken'
}

test(
  'a damaged document is opened whole, or refused in words and nothing is changed',
  { timeout: fuzzTimeout },
  async () => {
    const { cases, taken, refused } = await fuzz({
      what: 'documents',
      cases: { short: 1_500, full: 20_000 },
      make: seed => damagedDocument(sound, seed),
      read: openStranger
    })
    expect(taken).toBeGreaterThan(cases / 10)
    expect(refused).toBeGreaterThan(cases / 10)
  }
)
