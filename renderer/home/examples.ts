import { readDocument } from '../../shared/document/read'
import { EXAMPLES, type Example } from '../../shared/examples/registry'
import { topology } from '../../shared/graph/topology'
import { openCopy } from '../store/files'

const files = import.meta.glob<string>('../../shared/examples/*.blockprop', {
  query: '?raw',
  import: 'default',
  eager: true
})

const bytesOf = (name: string): Uint8Array =>
  new TextEncoder().encode(files[`../../shared/examples/${name}.blockprop`] ?? '')

/** Opens an example as a new document, which is nowhere saved yet. */
export function openExample({ name }: Example): void {
  openCopy(bytesOf(name), `${name}.blockprop`)
}

/** With the types of their blocks in order, for a picture of each. */
export const examples = EXAMPLES.map(example => {
  const read = readDocument(bytesOf(example.name))
  const network = read.ok ? read.value.document.networks[read.value.document.root] : undefined
  const order = network ? topology(network).order : []
  return { ...example, types: order.flatMap(id => network?.blocks[id]?.type ?? []) }
})
