import type { Problem } from '../../shared/graph/problem'

/** The same for the same problem of a document that has changed elsewhere. */
export function problemKey({ code, place, message }: Problem): string {
  return [code, place.network, place.block, place.port, place.param, message].join('|')
}
