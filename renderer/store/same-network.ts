import { documentText } from '../../shared/document/write'
import type { Document, Network } from '../../shared/document/schema'

/**
 * Whether the weights of one document are those of the other: the same blocks, edges and data, whatever they are
 * called, wherever they lie, and however they are to be trained next.
 */
export function sameNetwork(a: Document, b: Document): boolean {
  return a === b || bare(a) === bare({ ...b, id: a.id, training: a.training })
}

function bare(document: Document): string {
  return documentText({
    ...document,
    name: '',
    networks: mapped(document.networks, withoutNames),
    view: { ...document.view, positions: {} }
  })
}

function withoutNames(network: Network): Network {
  return { ...network, name: '', blocks: mapped(network.blocks, block => ({ ...block, name: '' })) }
}

function mapped<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => T
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
