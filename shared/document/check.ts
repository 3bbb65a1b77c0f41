import { fail, ok, type Result } from '../result'
import { findBreak, findExcess, type Break } from './integrity'
import { schemaProblem } from './issue-words'
import { placeOf, type FileProblem } from './problem'
import { documentSchema, type Document } from './schema'

/** A document made of `raw`, of the current version, or where and why it isn't one. */
export function checkDocument(raw: unknown): Result<Document, FileProblem> {
  const excess = findExcess(raw)
  if (excess !== null) return fail(problemAt(excess))
  const parsed = documentSchema.safeParse(raw)
  if (!parsed.success) return fail(schemaProblem(raw, parsed.error.issues))
  const document: Document = { ...parsed.data, view: { positions: placedBlocks(parsed.data) } }
  const found = findBreak(document)
  return found === null ? ok(document) : fail(problemAt(found))
}

function problemAt({ path, message }: Break): FileProblem {
  const place = placeOf(path)
  return { code: 'schema', message: `${place}: ${message}`, place }
}

/** Positions of blocks that are there; those of others say nothing. */
function placedBlocks(document: Document): Document['view']['positions'] {
  const { networks, view } = document
  return Object.fromEntries(
    Object.entries(view.positions)
      .filter(([network]) => Object.hasOwn(networks, network))
      .map(([network, positions]) => {
        const blocks = networks[network]?.blocks ?? {}
        return [
          network,
          Object.fromEntries(Object.entries(positions).filter(([id]) => Object.hasOwn(blocks, id)))
        ]
      })
  )
}
