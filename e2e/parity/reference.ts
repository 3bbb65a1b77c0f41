import type { FlatNetwork } from '../../shared/network/flatten'
import { interpret, type Arrays } from '../../shared/network/interpret'
import type { NetworkWeights } from '../../shared/network/initialise'
import type { NdArray } from '../../shared/network/nd-array'
import { traceNetwork } from '../../shared/network/trace'

/** What the reference interpreter makes of inputs, which come in the order of the network's; by output block. */
export function referenceOutputs(
  flat: FlatNetwork,
  weights: NetworkWeights,
  inputs: readonly NdArray[]
): Arrays {
  const [first] = inputs
  const program = traceNetwork(flat, { batch: first?.shape[0] ?? 1, time: timeOf(flat, inputs) })
  const named = flat.inputs.flatMap(({ block }, i) => (inputs[i] ? [[block, inputs[i]] as const] : []))
  const result = interpret(program, {
    inputs: Object.fromEntries(named),
    weights: Object.fromEntries(weights)
  })
  if (!result.ok) throw new Error(result.error.message)
  return result.value.outputs
}

/** What the open lengths are in these inputs. */
function timeOf(flat: FlatNetwork, inputs: readonly NdArray[]): number {
  const open = flat.inputs.findIndex(({ type }) => type.shape[0] === null)
  return inputs[open]?.shape[1] ?? 1
}
