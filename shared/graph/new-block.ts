import type { AnyValues } from '../blocks/params'
import { blockOf } from '../blocks/registry'
import type { Block, Network } from '../document/schema'

/** A block with its defaults, named after its label; a number follows where the name is taken. */
export function newBlock(network: Network | undefined, type: string, params: AnyValues = {}): Block {
  const spec = blockOf(type)
  const label = spec?.label ?? type
  const taken = new Set(Object.values(network?.blocks ?? {}).map(block => block.name))
  let name = label
  for (let n = 2; taken.has(name); n++) name = `${label} ${n}`
  const defaults = Object.fromEntries(Object.entries(spec?.params ?? {}).map(([key, p]) => [key, p.default]))
  return { type, name, params: { ...defaults, ...params } }
}
