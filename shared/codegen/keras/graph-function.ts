import type { CallNode, Graph, GraphKey, LayerNode, NetworkOutput, ValueRef } from '../../network/network'
import { call, dict, list, name, param, tuple, type PyExpr } from '../python/expr'
import { keras } from '../python/modules'
import { createNames } from '../python/names'
import { assign, comment, def, returns, withOrigin, type PyStatement } from '../python/statement'
import { GraphWriter, valueOf } from './graph-writer'

/** A layer of the generated model, by the name that it has there. */
export type Member =
  | { readonly kind: 'layer'; readonly layerName: string; readonly node: LayerNode }
  | { readonly kind: 'call'; readonly layerName: string; readonly node: CallNode }

/** A graph as a function that builds it. */
export interface GraphFunction {
  readonly functionName: string
  readonly statement: PyStatement
  readonly members: readonly Member[]
  /** What follows the instance's name in the names of its layers, groups inside opened. */
  readonly endings: readonly string[]
  /** Whether it has the parameter `trainable`, for an instance that is frozen. */
  readonly takesTrainable: boolean
}

export interface Wanted {
  readonly functionName: string
  readonly docstring: string
  readonly functions: ReadonlyMap<GraphKey, GraphFunction>
  readonly takesTrainable?: boolean
  /** Only the root has outputs; it makes its own inputs and returns a model. */
  readonly root?: {
    readonly outputs: readonly RootOutput[]
    readonly modelName: string
    /** What is said before the end, of the activations that were left out. */
    readonly endComment?: string
  }
}

/** An output by the key that it has where there are several. */
export interface RootOutput {
  readonly label: string
  readonly output: NetworkOutput
}

/** What the function uses besides its own variables. */
const RESERVED = ['x', 'name', 'trainable', 'keras', 'layers', 'np', 'os', 'model', 'i', 'inputs', 'outputs']

/** Writes `def build_model():` for the root, `def residual_block(x, name):` for a definition. */
export function graphFunction(graph: Graph, wanted: Wanted): GraphFunction {
  const called = graph.nodes.flatMap(node => (node.kind === 'call' ? [wanted.functions.get(node.graph)] : []))
  // A variable called as a function that is used below it would hide it.
  const locals = createNames([...RESERVED, ...called.flatMap(f => (f ? [f.functionName] : []))])
  const values = new Map<string, PyExpr>()
  const results: readonly ValueRef[] =
    wanted.root?.outputs.map(o => o.output.value) ?? graph.results.map(r => r.value)
  const writer = new GraphWriter(graph, wanted, values, locals, results)
  const inputs = graph.inputs.map(input => {
    const variable = name(locals.unique(input.name))
    values.set(`${input.block}:out`, variable)
    return { variable, input }
  })
  if (wanted.root)
    for (const { variable, input } of inputs)
      writer.write(
        input.block,
        assign(
          variable,
          call(keras('Input'), [], {
            shape: tuple(input.type.shape),
            dtype: input.type.dtype === 'float32' ? undefined : input.type.dtype,
            name: writer.layerName(input.name, [''])
          })
        )
      )
  for (const node of graph.nodes) {
    if (node.kind === 'layer') writer.layer(node)
    else writer.call(node)
  }
  const returned = results.map(ref => valueOf(values, ref))
  const [only] = returned
  const single = returned.length === 1 && only ? only : undefined
  const given = inputs.map(({ variable }) => variable)
  const [onlyInput] = given
  const end = wanted.root
    ? returns(
        call(keras('Model'), [], {
          inputs: given.length === 1 && onlyInput ? onlyInput : list(given),
          outputs:
            single ?? dict(wanted.root.outputs.map(({ label }, i) => [label, returned[i] ?? null] as const)),
          name: wanted.root.modelName
        })
      )
    : returns(single ?? tuple(returned))
  const last = writer.body.at(-1)
  const isLast = single?.kind === 'name' && single.name === 'x' && last?.kind === 'assign'
  const body =
    !wanted.root && isLast && last.value
      ? [...writer.body.slice(0, -1), ...withOrigin(last.origin ?? '', [returns(last.value)])]
      : [...writer.body, ...endComment(wanted), end]
  const parameters = wanted.root
    ? []
    : [
        ...given.flatMap(v => (v.kind === 'name' ? [v.name] : [])),
        'name',
        ...(wanted.takesTrainable === true ? [param('trainable', { default: true })] : [])
      ]
  const statement = def(wanted.functionName, parameters, body, { docstring: wanted.docstring })
  return {
    functionName: wanted.functionName,
    statement,
    members: writer.members,
    endings: writer.endings,
    takesTrainable: wanted.takesTrainable === true
  }
}
function endComment({ root }: Wanted): readonly PyStatement[] {
  return root?.endComment === undefined ? [] : [comment(root.endComment)]
}
