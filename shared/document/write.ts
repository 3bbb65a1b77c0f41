import { writeZip } from '../formats/zip/write-zip'
import { lines, printJson, type Printable } from './print-json'
import type { Block, Document, Edge, Network } from './schema'
import { isAttachmentName } from './zip-limits'

const NOTHING: ReadonlyMap<string, Uint8Array> = new Map()

/**
 * The bytes of a `.blockprop` file: JSON, or a zip of it when there are attachments. The same document gives the
 * same bytes, whatever the order of its keys.
 */
export function writeDocument(document: Document, attachments = NOTHING): Uint8Array {
  const json = new TextEncoder().encode(documentText(document))
  if (attachments.size === 0) return json
  const files = new Map<string, Uint8Array>([['document.json', json]])
  for (const [name, bytes] of [...attachments].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isAttachmentName(name)) throw new Error(`an attachment can't be called ${JSON.stringify(name)}`)
    files.set(name, bytes)
  }
  const zip = writeZip(files, name => (name === 'document.json' ? 'deflate' : 'store'))
  if (!zip.ok) throw new Error(zip.error)
  return zip.value
}

/** The document as JSON: keys in the schema's order, records sorted by key, a block and an edge on a line each. */
export function documentText(document: Document): string {
  return printJson(
    lines({
      format: document.format,
      version: document.version,
      id: document.id,
      name: document.name,
      networks: lines(sorted(document.networks, printNetwork)),
      root: document.root,
      data: document.data === null ? null : printData(document.data),
      training: {
        optimizer: {
          type: document.training.optimizer.type,
          params: sorted(document.training.optimizer.params, value => value)
        },
        batch: document.training.batch,
        epochs: document.training.epochs,
        seed: document.training.seed
      },
      view: lines({
        positions: lines(
          sorted(document.view.positions, positions => lines(sorted(positions, ({ x, y }) => ({ x, y }))))
        )
      })
    })
  )
}

function printNetwork(network: Network): Printable {
  return lines({
    name: network.name,
    blocks: lines(sorted(network.blocks, printBlock)),
    edges: lines(network.edges.map(printEdge))
  })
}

function printBlock(block: Block): Printable {
  return {
    type: block.type,
    name: block.name,
    params: sorted(block.params, value => value),
    ...(block.weightsOf === undefined ? {} : { weightsOf: block.weightsOf }),
    ...(block.frozen === undefined ? {} : { frozen: block.frozen })
  }
}

function printEdge({ from, to }: Edge): Printable {
  return { from: { block: from.block, port: from.port }, to: { block: to.block, port: to.port } }
}

function printData({ source, sha256, split }: NonNullable<Document['data']>): Printable {
  return {
    source,
    ...(sha256 === undefined ? {} : { sha256 }),
    split: { train: split.train, validation: split.validation, test: split.test, seed: split.seed }
  }
}

/** By code units, as no locale changes them. */
function sorted<T>(
  record: Readonly<Record<string, T>>,
  print: (value: T) => Printable
): Record<string, Printable> {
  return Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, print(value)])
  )
}
