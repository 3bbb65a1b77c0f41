import type { Document } from './schema'

/** A document with one empty network, and Adam as most tutorials set it. */
export function emptyDocument(id: string, name: string): Document {
  return {
    format: 'blockprop',
    version: 1,
    id,
    name,
    networks: { 'net-main': { name: 'main', blocks: {}, edges: [] } },
    root: 'net-main',
    data: null,
    training: {
      optimizer: { type: 'adam', params: { learningRate: 0.001 } },
      batch: 32,
      epochs: 5,
      seed: 1
    },
    view: { positions: {} }
  }
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * An id that is not taken, like `dense-k3f9`: short, as people read it in their files, and random, so that two
 * people who add blocks to one file seldom choose the same.
 */
export function newId(prefix: string, taken: (id: string) => boolean): string {
  const stem = prefix.replace(/[^a-zA-Z0-9]/g, '').replace(/^[^a-zA-Z]+/, '')
  const start = (stem === '' ? 'block' : stem.charAt(0).toLowerCase() + stem.slice(1)).slice(0, 40)
  for (let length = 4; ; length = Math.min(20, length + 1)) {
    const random = [...crypto.getRandomValues(new Uint8Array(length))]
    const id = `${start}-${random.map(byte => LETTERS.charAt(byte % LETTERS.length)).join('')}`
    if (!taken(id)) return id
  }
}
