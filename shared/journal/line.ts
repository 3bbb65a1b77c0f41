import { jsonLine } from '../document/print-json'
import { scanJson } from '../document/scan-json'
import { crc32 } from '../formats/zip/crc32'
import { isPatch, isTree, type Patch } from './patch'

/** What a line of a journal tells. */
export interface EditRecord {
  /** From 1, without gaps. */
  readonly sequence: number
  /** How many edits a person would count up to here that are in no file. */
  readonly edits: number
  readonly patches: readonly Patch[]
}

const utf8 = new TextEncoder()

/** The line of a record: its check sum, a space, and JSON, which has no line breaks of its own. */
export function writeLine({ sequence, edits, patches }: EditRecord): string {
  const json = jsonLine({ sequence, edits, patches: patches.map(patch => ({ ...patch })) })
  return `${sumOf(json)} ${json}\n`
}

/** The records up to the first line that is damaged, out of its turn, or cut; and whether there is such a line. */
export function readLines(text: string): {
  readonly records: readonly EditRecord[]
  readonly damaged: boolean
} {
  const records: EditRecord[] = []
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const record = end < 0 ? null : readLine(text.slice(at, end))
    if (record?.sequence !== records.length + 1) return { records, damaged: true }
    records.push(record)
    at = end + 1
  }
  return { records, damaged: false }
}

function readLine(line: string): EditRecord | null {
  const json = line.slice(9)
  if (line.slice(0, 9) !== `${sumOf(json)} ` || scanJson(json) !== null) return null
  const read: unknown = JSON.parse(json)
  if (!isTree(read)) return null
  const { sequence, edits, patches } = read
  const isRecord =
    typeof sequence === 'number' &&
    typeof edits === 'number' &&
    Number.isSafeInteger(edits) &&
    edits >= 0 &&
    Array.isArray(patches) &&
    patches.every(isPatch)
  return isRecord ? { sequence, edits, patches } : null
}

function sumOf(json: string): string {
  return crc32(utf8.encode(json)).toString(16).padStart(8, '0')
}
