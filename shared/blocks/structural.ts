import type { Face } from './block'
import type { AnyValues, Params, Values } from './params'
import type { TensorType } from './tensor-type'

/** Where data enters the network that is trained. */
export type InputBlock<P extends Params = Params> = Face<P> & {
  readonly kind: 'input'
  readonly typeOf: (p: Values<P>) => TensorType
}

/** Where a result is compared with a target. */
export type OutputBlock<P extends Params = Params> = Face<P> & { readonly kind: 'output' }

/** An instance of a definition; its ports are the definition's group inputs and outputs, by their ids. */
export type GroupBlock<P extends Params = Params> = Face<P> & { readonly kind: 'group' }

/** Where a definition takes from and gives to whoever uses it. */
export type GroupPortBlock<P extends Params = Params> = Face<P> & {
  readonly kind: 'group-input' | 'group-output'
}

export type StructuralBlock = InputBlock | OutputBlock | GroupBlock | GroupPortBlock

type Of<K extends StructuralBlock['kind'], P extends Params> = K extends 'input'
  ? InputBlock<P>
  : K extends 'output'
    ? OutputBlock<P>
    : K extends 'group'
      ? GroupBlock<P>
      : GroupPortBlock<P>

/** As `defineBlock`: the place where the types of the parameters are forgotten. */
export function defineStructural<const K extends StructuralBlock['kind'], const P extends Params>(
  spec: Of<K, P> & { readonly kind: K }
): Extract<StructuralBlock, { readonly kind: K }> {
  return spec as unknown as Extract<StructuralBlock, { readonly kind: K }>
}

/** The definition that a group block uses, and how many times in a row. */
export function groupParams(values: AnyValues): { readonly network: string; readonly repeat: number } {
  return { network: String(values['network']), repeat: Number(values['repeat']) }
}
