import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { TARGETS, targetOf } from '../../../shared/codegen/registry'
import { notebook } from '../../../shared/codegen/forms/notebook'
import { script } from '../../../shared/codegen/forms/script'
import { makeExport } from '../../../shared/codegen/make-export'
import type { Target } from '../../../shared/codegen/target'
import { readAsset } from '../assets'
import { JSON_OPTION, parseArguments, type Command } from '../command'
import { failure, NotUsable } from '../failure'
import { openDocument } from '../open-document'
import { networkOf } from '../../../shared/network/network-of'
import { readWeights } from '../weights'
import { problemText } from './check'

const TARGET_IDS = TARGETS.map(target => target.id).join('|')

export const exportCode: Command = {
  name: 'export',
  usage: `blockprop export FILE [--target ${TARGET_IDS}] [--to FOLDER] [--weights FILE] [--notebook] [--json]`,
  summary: 'Writes a folder of code that trains the same network on the same data.',
  options: {
    target: { type: 'string', value: TARGET_IDS, help: `the framework; ${TARGETS[0]?.id ?? ''} unless told` },
    to: { type: 'string', value: 'FOLDER', help: 'where to; NAME-TARGET in this folder unless told' },
    weights: {
      type: 'string',
      value: 'FILE',
      help: 'trained weights to put beside it (.safetensors, or a trained .blockprop)'
    },
    notebook: { type: 'boolean', help: `put a Jupyter notebook beside ${script.file}: ${notebook.file}` },
    json: JSON_OPTION
  },
  run: async argv => {
    const { file, text, flag } = parseArguments(exportCode, argv)
    const target = wantedTarget(text('target'))
    const { document } = await openDocument(file)
    const made = networkOf(document)
    if (!made.ok) {
      failure(`${document.name} has problems:\n${problemText(document, made.error)}`)
      return 1
    }
    const from = text('weights')
    const weights = from === undefined ? null : await readWeights(from)
    const forms = flag('notebook') ? [script, notebook] : [script]
    const files = await makeExport({ document, target, forms, weights }, made.value, readAsset)
    if (!files.ok) throw new NotUsable(files.error)
    const folder = text('to') ?? `${basename(file).replace(/\.blockprop$/, '')}-${target.id}`
    await writeFolder(folder, files.value)
    const paths = [...files.value.keys()]
    process.stdout.write(
      flag('json')
        ? `${JSON.stringify({ target: target.id, folder, files: paths })}\n`
        : `${target.label} code in ${folder}: ${paths.join(', ')}\n`
    )
    return 0
  }
}

function wantedTarget(id: string | undefined): Target {
  const target = id === undefined ? TARGETS[0] : targetOf(id)
  if (!target)
    throw new NotUsable(`There is no target “${id ?? ''}”; there are ${TARGETS.map(t => t.id).join(', ')}.`)
  return target
}

async function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    for (const [path, bytes] of files) await writeFile(join(folder, path), bytes)
  } catch (error) {
    throw new NotUsable(
      `${folder}: it can't be written (${error instanceof Error ? error.message : String(error)}).`
    )
  }
}
