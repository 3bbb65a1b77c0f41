import { createAnalyser } from '../../../shared/graph/analyse'
import { isError, type Problem } from '../../../shared/graph/problem'
import type { Document } from '../../../shared/document/schema'
import { JSON_OPTION, parseArguments, type Command } from '../command'
import { openDocument } from '../open-document'

export const check: Command = {
  name: 'check',
  usage: 'blockprop check FILE [--json]',
  summary: 'Says what is wrong with a network, where, and how to mend it.',
  options: { json: JSON_OPTION },
  run: async argv => {
    const { file, flag } = parseArguments(check, argv)
    const { document } = await openDocument(file)
    const { problems } = createAnalyser()(document)
    if (flag('json')) process.stdout.write(`${JSON.stringify({ problems: problems.map(asJson) })}\n`)
    else process.stdout.write(problemText(document, problems))
    return problems.some(isError) ? 1 : 0
  }
}

function asJson({ code, severity, place, message, fix }: Problem): object {
  return { code, severity, place, message, ...(fix && { fix: fix.label }) }
}

/** Problems as lines for people. */
export function problemText(document: Document, problems: readonly Problem[]): string {
  if (problems.length === 0) return `${document.name}: no problems.\n`
  return problems
    .map(({ severity, place, message, fix }) => {
      const where = [place.network === document.root ? undefined : place.network, place.block, place.param]
      const at = where.filter(part => part !== undefined).join(' › ')
      return `${severity}${at === '' ? '' : ` at ${at}`}: ${message}\n${fix ? `  mend: ${fix.label}\n` : ''}`
    })
    .join('')
}
