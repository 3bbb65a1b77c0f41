import { readFile } from 'node:fs/promises'
import type { DocumentFile } from '../../shared/document/read'
import { readDocument } from '../../shared/document/read'
import { NotUsable } from './failure'

/** Reads a document, or says in words why it can't be read. */
export async function openDocument(file: string): Promise<DocumentFile> {
  const read = readDocument(await bytesOf(file))
  if (read.ok) return read.value
  const { message, place, expected, received } = read.error
  const details = [
    ...(place === undefined ? [] : [`  at ${place}`]),
    ...(expected === undefined ? [] : [`  expected ${expected}`]),
    ...(received === undefined ? [] : [`  received ${received}`])
  ]
  throw new NotUsable([`${file}: ${message}`, ...details].join('\n'))
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const why = WHY[code] ?? `it can't be read (${code})`
    throw new NotUsable(`${file}: ${why}.`)
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder'
}
