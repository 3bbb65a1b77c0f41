import type { Document } from '../../shared/document/schema'
import { createAnalyser, type Analysis, type GraphAnalysis } from '../../shared/graph/analyse'
import { isError, type Problem } from '../../shared/graph/problem'

const analyse = createAnalyser()
let last: { readonly document: Document; readonly analysis: Analysis } | null = null

/** The analysis of the current document; asked again for the same one, or after a move alone, it is at hand. */
export function analysisOf(document: Document): Analysis {
  if (last === null || !sameMeaning(last.document, document)) last = { document, analysis: analyse(document) }
  return last.analysis
}

/** Whether it can be trained and exported: nothing is wrong with it. */
export function isSound(document: Document): boolean {
  return !analysisOf(document).problems.some(isError)
}

/** Whether two documents differ at most in where their blocks lie and what they are called. */
export function sameMeaning(a: Document, b: Document): boolean {
  return a.networks === b.networks && a.root === b.root && a.data === b.data && a.training === b.training
}

/** Of the root, or of a definition as its first use is given it. */
export function graphOf(document: Document, network: string): GraphAnalysis | undefined {
  const analysis = analysisOf(document)
  return network === document.root ? analysis.root : analysis.definitions.get(network)
}

const byBlock = new WeakMap<Analysis, ReadonlyMap<string, readonly Problem[]>>()
const none: readonly Problem[] = []

/** What is wrong at a block, errors first. */
export function problemsAt(document: Document, network: string, block: string): readonly Problem[] {
  const analysis = analysisOf(document)
  let index = byBlock.get(analysis)
  if (!index) {
    index = indexed(analysis.problems)
    byBlock.set(analysis, index)
  }
  return index.get(`${network} ${block}`) ?? none
}

function indexed(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const index = new Map<string, Problem[]>()
  for (const problem of problems.toSorted((a, b) => Number(isError(b)) - Number(isError(a)))) {
    const key = `${problem.place.network ?? ''} ${problem.place.block ?? ''}`
    const list = index.get(key)
    if (list) list.push(problem)
    else index.set(key, [problem])
  }
  return index
}
