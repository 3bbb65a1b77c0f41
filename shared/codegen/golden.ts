import { readDocument } from '../document/read'
import { createAnalyser } from '../graph/analyse'
import { lower } from '../network/lower'
import { TARGETS } from './registry'
import { modelSourceOf } from './source'

/**
 * The code of an example as it is committed beside it: by ending, `keras.py` and `pytorch.py`.
 *
 * @throws where the example can't be read or lowered
 */
export function goldenCode(file: Uint8Array): ReadonlyMap<string, string> {
  const read = readDocument(file)
  if (!read.ok) throw new Error(read.error.message)
  const { document } = read.value
  const network = lower(document, createAnalyser()(document))
  if (!network.ok) throw new Error(network.error.map(problem => problem.message).join(' '))
  const source = modelSourceOf(document, network.value)
  return new Map(TARGETS.map(target => [`${target.id}.py`, target.model(source).text]))
}
