import { fail, ok, type Result } from '../../result'
import { inWords, type FileProblem } from '../problem'

/** The version that this Blockprop writes. */
export const current = 1

export type RawDocument = Readonly<Record<string, unknown>>

/**
 * Makes a document of version n one of version n + 1. It gets what a file holds, unchecked: what it does not
 * understand it leaves as it is, for the schema to refuse with its place.
 */
export type Migration = (raw: RawDocument) => RawDocument

/** By the version that each starts from. Version 1 is the first, so there are none yet. */
const migrations: ReadonlyMap<number, Migration> = new Map()

/** `raw` brought to the current version; tables other than the real one are for tests. */
export function migrate(
  raw: unknown,
  table = migrations,
  newest: number = current
): Result<RawDocument, FileProblem> {
  if (!isRecord(raw) || raw.format !== 'blockprop')
    return fail({
      code: 'not-blockprop',
      message: 'This file is JSON, but no Blockprop document: it must begin with "format": "blockprop".',
      received: inWords(isRecord(raw) ? raw.format : raw),
      expected: '"format": "blockprop"'
    })
  const { version } = raw
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    const expected = `a whole number from 1 to ${newest}`
    const message = `version must be ${expected}, got ${inWords(version)}`
    return fail({ code: 'schema', message, place: 'version', received: inWords(version), expected })
  }
  if (version > newest)
    return fail({
      code: 'newer-version',
      message: `This file was made by a newer Blockprop: it has version ${version}, and this one reads up to ${newest}. Update Blockprop to open it.`,
      place: 'version',
      received: String(version),
      expected: `at most ${newest}`
    })
  let document: RawDocument = raw
  for (let from = version; from < newest; from += 1) {
    const step = table.get(from)
    if (step === undefined) throw new Error(`no migration from version ${from}`)
    document = { ...step(document), version: from + 1 }
  }
  return ok(document)
}

function isRecord(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
