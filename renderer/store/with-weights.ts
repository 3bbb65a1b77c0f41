import type { Document } from '../../shared/document/schema'
import { ok, type Result } from '../../shared/result'
import { WEIGHTS_FILE, writeWeightsFile } from '../../shared/training/weights-file'
import type { Attachments } from './document'
import { sameNetwork } from './same-network'
import type { Trained } from './training'

/** What lies beside a document in its file: the weights go along where they are still those of the document. */
export function withWeights(
  document: Document,
  attachments: Attachments,
  trained: Trained | null
): Result<Attachments, string> {
  if (trained === null || !sameNetwork(trained.document, document)) return ok(attachments)
  const bytes = writeWeightsFile(trained.weights)
  return bytes.ok ? ok(new Map([...attachments, [WEIGHTS_FILE, bytes.value]])) : bytes
}
