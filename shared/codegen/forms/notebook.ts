import { shell } from '../prose'
import { printCells } from '../python/print'
import type { ProgramForm } from './form'
import { opening, partWords } from './notebook-words'

/** A cell of nbformat 4.5. Its id is the same in every export, so that two of them can be compared. */
type Cell = {
  readonly id: string
  readonly metadata: Readonly<Record<string, never>>
  readonly source: readonly string[]
} & (
  | { readonly cell_type: 'markdown' }
  | { readonly cell_type: 'code'; readonly execution_count: null; readonly outputs: readonly [] }
)

/** For Jupyter and Colab: the parts of the program, each with what it is about. */
export const notebook: ProgramForm = {
  id: 'notebook',
  file: 'model.ipynb',
  remark: ', cell by cell, for Jupyter or Colab',
  usage: () => [
    'Open the notebook in Jupyter, and run its cells from top to bottom:',
    '',
    ...shell('pip install notebook', 'jupyter notebook model.ipynb')
  ],
  write: (program, setting) => {
    const parts = program.parts(setting)
    const code = printCells(parts.map(([, body]) => body))
    const cells = [
      markdown('opening', opening(setting)),
      ...parts.flatMap(([id], i) => {
        const { title, text } = partWords(id, setting)
        return [markdown(`${id}-words`, `## ${title}\n\n${text}`), python(id, code[i] ?? '')]
      })
    ]
    const file = {
      cells,
      metadata: {
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python' }
      },
      nbformat: 4,
      nbformat_minor: 5
    }
    // As Jupyter writes it, so that saving it there changes only what was changed.
    return `${JSON.stringify(file, null, 1)}\n`
  }
}

function markdown(id: string, text: string): Cell {
  return { cell_type: 'markdown', id, metadata: {}, source: linesOf(text) }
}

function python(id: string, text: string): Cell {
  return {
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: {},
    outputs: [],
    source: linesOf(text.trimEnd())
  }
}

/** All but the last end in a line break. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.map((line, i) => (i < lines.length - 1 ? `${line}\n` : line))
}
