import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { TARGETS, targetOf } from '../../../shared/codegen/registry'
import type { ExportSource, Target } from '../../../shared/codegen/target'
import type { Document } from '../../../shared/document/schema'
import type { FlatNetwork } from '../../../shared/network/flatten'
import { withGiven } from '../../../shared/network/given-weights'
import { initialWeights, type NetworkWeights } from '../../../shared/network/initialise'
import { loadRunData } from '../../../shared/training/prepare-run'
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
  usage: `blockprop export FILE [--target ${TARGET_IDS}] [--to FOLDER] [--weights FILE] [--json]`,
  summary: 'Writes a folder of code that trains the same network on the same data.',
  options: {
    target: { type: 'string', value: TARGET_IDS, help: `the framework; ${TARGETS[0]?.id ?? ''} unless told` },
    to: { type: 'string', value: 'FOLDER', help: 'where to; NAME-TARGET in this folder unless told' },
    weights: {
      type: 'string',
      value: 'FILE',
      help: 'trained weights to put beside it (.safetensors, or a trained .blockprop)'
    },
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
    const { network, flat } = made.value
    const data = await dataOf(document)
    const from = text('weights')
    const source: ExportSource = {
      network,
      ...(data && { data }),
      ...(from !== undefined && { weights: await weightsFor(flat, from) })
    }
    const files = target.files(source)
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

async function dataOf(document: Document): Promise<ExportSource['data']> {
  if (!document.data) return undefined
  const data = await loadRunData(document, readAsset)
  if (!data.ok) throw new NotUsable(`${data.error.message} ${data.error.advice}`)
  return data.value
}

async function weightsFor(flat: FlatNetwork, file: string): Promise<NetworkWeights> {
  const given = withGiven(initialWeights(flat, 0), await readWeights(file))
  if (given.missing.length > 0)
    throw new NotUsable(
      `${file}: these are the weights of another network: there is nothing for ${given.missing.slice(0, 3).join(', ')}.`
    )
  return given.weights
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
