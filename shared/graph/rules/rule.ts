import type { Document, NetworkId } from '../../document/schema'
import type { GraphAnalysis } from '../analyse'
import type { Problem } from '../problem'

/** A document with all its types. */
export interface Analysed {
  readonly document: Document
  readonly root: GraphAnalysis
  readonly definitions: ReadonlyMap<NetworkId, GraphAnalysis>
}

/** Looks at the whole of a document for one kind of problem; no block can see it alone. */
export type Rule = (analysed: Analysed) => readonly Problem[]
