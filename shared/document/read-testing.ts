/** What the tests of reading share; for tests alone. */
import { readDocument } from './read'

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export function problemOf(file: Uint8Array): { code: string; message: string; place?: string } {
  const read = readDocument(file)
  if (read.ok) throw new Error('was read')
  return read.error
}
