import type { HelperClass } from '../../blocks/block'
import type { CallNode, Graph, GraphKey, LayerNode, NetworkOutput, ValueRef } from '../../network/network'
import { call, dict, list, name, param, tuple, type PyExpr } from '../python/expr'
import { keras } from '../python/modules'
import { createNames } from '../python/names'
import { assign, comment, def, returns, type PyStatement } from '../python/statement'
import { oneOrTuple, returning, valueAt } from '../values'
import { GraphWriter } from './graph-writer'

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
  /** Classes of ours that its layers need. */
  readonly helpers: readonly HelperClass[]
  /** Whether it has the parameter `trainable`, for an instance that is frozen. */
  readonly takesTrainable: boolean
}

export interface Wanted {
  readonly functionName: string
  readonly docstring: string
  readonly functions: ReadonlyMap<GraphKey, GraphFunction>
  readonly takesTrainable?: boolean
  /** Only the root has outputs; it makes its own inputs and returns a model. */
  readonly root?: Root
}

interface Root {
  readonly outputs: readonly RootOutput[]
  readonly modelName: string
  /** What is said before the end, of the activations that were left out. */
  readonly endComment?: string
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
  const returned = results.map(ref => valueAt(values, ref))
  const given = inputs.map(({ variable }) => variable)
  const body = wanted.root
    ? [...writer.body, ...endComment(wanted.root), returns(modelOf(wanted.root, given, returned))]
    : returning(writer.body, oneOrTuple(returned))
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
    helpers: writer.helpers,
    takesTrainable: wanted.takesTrainable === true
  }
}

/** `keras.Model(inputs=…, outputs=…)`: one input or output as it is, several as a list or by their labels. */
function modelOf(root: Root, inputs: readonly PyExpr[], returned: readonly PyExpr[]): PyExpr {
  const [onlyInput, ...otherInputs] = inputs
  const [only, ...others] = returned
  return call(keras('Model'), [], {
    inputs: onlyInput && otherInputs.length === 0 ? onlyInput : list(inputs),
    outputs:
      only && others.length === 0
        ? only
        : dict(root.outputs.map(({ label }, i) => [label, returned[i] ?? null] as const)),
    name: root.modelName
  })
}

function endComment(root: Root): readonly PyStatement[] {
  return root.endComment === undefined ? [] : [comment(root.endComment)]
}
