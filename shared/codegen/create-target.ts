import { exportFiles, exportTexts } from './export'
import type { Framework } from './program'
import { printModule } from './python/print'
import type { Target } from './target'

/** What is offered of a framework: everything else follows from its program. */
export function createTarget(framework: Framework & Pick<Target, 'id' | 'summary'>): Target {
  const { id, label, summary, weightsFile } = framework
  return {
    id,
    label,
    summary,
    weightsFile,
    model: source => printModule(framework.program(source).statements),
    texts: (source, options) => exportTexts(source, framework, options),
    files: (source, forms) => exportFiles(source, framework, forms)
  }
}
