import { looksZipped, readZip } from '../formats/zip/read-zip'
import type { ZipProblem } from '../formats/zip/zip-problem'
import { fail, ok, type Result } from '../result'
import { checkDocument } from './check'
import { limits } from './limits'
import { migrate } from './migrations/registry'
import { quoted, type FileProblem } from './problem'
import { lineAndColumn, scanJson, type JsonFault } from './scan-json'
import type { Document } from './schema'
import { isAttachmentName, zipLimits } from './zip-limits'

export interface DocumentFile {
  readonly document: Document
  /** By name: weights, pictures. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

/** What a file holds before anybody has looked at what it says. */
export interface RawFile {
  readonly json: unknown
  readonly attachments: ReadonlyMap<string, Uint8Array>
  /** Where the JSON lies in an archive; `null` where the file is JSON itself. */
  readonly inside: string | null
}

/**
 * The document in the bytes of a `.blockprop` file, JSON or zip as the first bytes tell, of this version or an
 * earlier one; or why it can't be read. It never throws, and never gives a part.
 */
export function readDocument(bytes: Uint8Array): Result<DocumentFile, FileProblem> {
  const file = readRawFile(bytes)
  if (!file.ok) return file
  const { json, attachments, inside } = file.value
  const document = documentOf(json)
  return document.ok ? ok({ document: document.value, attachments }) : fail(placed(document.error, inside))
}

/** The document that JSON of this version or an earlier one says. */
export function documentOf(json: unknown): Result<Document, FileProblem> {
  const migrated = migrate(json)
  return migrated.ok ? checkDocument(migrated.value) : migrated
}

/** The JSON in the bytes of a file, of whatever version, unchecked, with what lies beside it. */
export function readRawFile(bytes: Uint8Array): Result<RawFile, FileProblem> {
  if (bytes.length > limits.fileBytes) return tooLarge(bytes.length, limits.fileBytes)
  if (!looksZipped(bytes)) {
    const json = readJson(bytes)
    return json.ok ? ok({ json: json.value, attachments: new Map(), inside: null }) : json
  }
  const files = readZip(bytes, zipLimits)
  if (!files.ok) return fail(zipProblem(files.error))
  const inside = 'document.json'
  const file = files.value.get(inside)
  if (file === undefined)
    return fail({
      code: 'not-blockprop',
      message: 'This archive holds no document.json, so it is no Blockprop file.'
    })
  const json = readJson(file)
  if (!json.ok) return fail(placed(json.error, inside))
  const attachments = new Map([...files.value].filter(([name]) => isAttachmentName(name)))
  return ok({ json: json.value, attachments, inside })
}

function placed(problem: FileProblem, inside: string | null): FileProblem {
  if (inside === null) return problem
  return { ...problem, place: problem.place === undefined ? inside : `${inside}, ${problem.place}` }
}

function readJson(bytes: Uint8Array): Result<unknown, FileProblem> {
  if (bytes.length > limits.textBytes) return tooLarge(bytes.length, limits.textBytes)
  if (bytes.every(byte => byte === 0))
    return fail({
      code: 'empty',
      message:
        bytes.length === 0
          ? 'This file is empty.'
          : 'This file holds nothing but zeros, as a crash in the middle of writing leaves it.'
    })
  const text = decode(bytes)
  if (text === null)
    return fail({
      code: 'not-text',
      message: 'This file is neither UTF-8 text nor a zip, so it is no Blockprop file.'
    })
  if (text.trim() === '') return fail({ code: 'empty', message: 'This file holds nothing but blanks.' })
  const fault = scanJson(text)
  return fault === null ? ok(JSON.parse(text)) : fail(jsonProblem(text, fault))
}

/** Without a byte order mark; `null` where it isn't UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function jsonProblem(text: string, { kind, at, expected }: JsonFault): FileProblem {
  const place = lineAndColumn(text, at)
  if (kind === 'truncated')
    return {
      code: 'truncated',
      message: `This file ends in the middle, at ${place}, where ${expected} should follow: it was probably cut short while it was copied or written.`,
      place,
      received: 'the end of the file',
      expected
    }
  if (kind === 'too-many') {
    const message = `This file holds more than anybody builds: ${expected} are read, and at ${place} there are more.`
    return { code: 'too-large', message, place, expected }
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const received = kind === 'key' ? 'a key that may not be there' : JSON.stringify(character)
  return {
    code: 'not-json',
    message:
      kind === 'malformed' && at === text.search(/\S/)
        ? `This file is no Blockprop file: it should begin with {, not with ${received}.`
        : `This file is not valid JSON: at ${place}, expected ${expected}, found ${received}.`,
    place,
    received,
    expected
  }
}

function zipProblem({ kind, file, why, ...found }: ZipProblem): FileProblem {
  const inside = file === undefined ? null : `This file is an archive, and ${quoted(file)} in it`
  return kind === 'damaged'
    ? {
        ...found,
        code: 'zip-damaged',
        message: inside === null ? `This file is a damaged archive: ${why}.` : `${inside} is damaged: ${why}.`
      }
    : { ...found, code: 'zip-refused', message: `${inside ?? 'This file is an archive that'} ${why}.` }
}

function tooLarge(size: number, most: number): { readonly ok: false; readonly error: FileProblem } {
  const received = `${size.toLocaleString('en')} bytes`
  const expected = `at most ${most.toLocaleString('en')}`
  const message = `This file is too large: ${received}, and ${expected} are read.`
  return fail({ code: 'too-large', message, received, expected })
}
