import type { InputPorts, Ins } from './block'

/**
 * What stands at each input port of a block, of what arrives there: the only one of a `one` port, the first or
 * nothing of an `optional` one, all of a `many` port. That enough arrives is checked elsewhere.
 */
export function insOf<T>(
  block: { readonly inputs: InputPorts },
  arriving: Readonly<Record<string, readonly T[]>>
): Ins<InputPorts, T> {
  return Object.fromEntries(
    Object.entries(block.inputs).map(([port, arity]) => {
      const here = arriving[port] ?? []
      return [port, arity === 'many' ? here : here[0]]
    })
  ) as Ins<InputPorts, T>
}
