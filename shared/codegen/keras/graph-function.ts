import type { KerasIo, KerasLayer } from '../../blocks/block'
import { blockOf } from '../../blocks/registry'
import type { TensorType } from '../../blocks/tensor-type'
import type { CallNode, Graph, GraphKey, LayerNode, NetworkOutput, ValueRef } from '../../network/network'
import { call, fstring, list, name, tuple, type PyExpr, type PyValue } from '../python/expr'
import { keras } from '../python/modules'
import { createNames, type Names } from '../python/names'
import { passing } from '../passing'
import { assign, def, forEach, returns, withOrigin, type PyStatement } from '../python/statement'

/** A layer of the generated model, by the name that it has there. */
export interface Member {
  readonly kind: 'layer' | 'call'
  readonly layerName: string
  readonly node: LayerNode | CallNode
}

/** A graph as a function that builds it. */
export interface GraphFunction {
  readonly functionName: string
  readonly statement: PyStatement
  readonly members: readonly Member[]
}

interface Wanted {
  readonly functionName: string
  readonly docstring: string
  readonly functions: ReadonlyMap<GraphKey, GraphFunction>
  /** Only the root has outputs; it makes its own inputs and returns a model. */
  readonly root?: { readonly outputs: readonly NetworkOutput[]; readonly modelName: string }
}

/** What the function uses besides its own variables. */
const RESERVED = ['x', 'name', 'keras', 'layers', 'np', 'model', 'i', 'inputs', 'outputs']

/** Writes `def build_model():` for the root, `def residual_block(x, name):` for a definition. */
export function graphFunction(graph: Graph, wanted: Wanted): GraphFunction {
  const locals = createNames(RESERVED)
  const values = new Map<string, PyExpr>()
  const results: readonly ValueRef[] = wanted.root?.outputs.map(o => o.value) ?? graph.results.map(r => r.value)
  const writer = new Writer(graph, wanted, values, locals, results)
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
            name: writer.layerNames.unique(input.name)
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
          outputs: single ?? list(returned),
          name: wanted.root.modelName
        })
      )
    : returns(single ?? tuple(returned))
  const parameters = wanted.root
    ? []
    : [...given.flatMap(v => (v.kind === 'name' ? [v.name] : [])), 'name']
  const statement = def(wanted.functionName, parameters, [...writer.body, end], { docstring: wanted.docstring })
  return { functionName: wanted.functionName, statement, members: writer.members }
}

class Writer {
  readonly body: PyStatement[] = []
  readonly members: Member[] = []
  readonly layerNames = createNames()
  private readonly shared: ReadonlySet<string>
  private readonly kept = new Map<string, PyExpr>()
  private readonly quiet: ReadonlySet<string>

  constructor(
    graph: Graph,
    private readonly wanted: Wanted,
    private readonly values: Map<string, PyExpr>,
    private readonly locals: Names,
    results: readonly ValueRef[]
  ) {
    this.shared = new Set(graph.nodes.flatMap(n => (n.kind === 'layer' && n.weightsOf ? [n.weightsOf] : [])))
    this.quiet = passing(graph, results)
  }

  layer(node: LayerNode): void {
    const spec = blockOf(node.type)
    if (spec?.kind !== 'layer') throw new Error(`${node.type} is no layer`)
    const types: Record<string, TensorType | readonly TensorType[] | undefined> = {}
    const ins: Record<string, PyExpr | readonly PyExpr[] | undefined> = {}
    for (const [port, arity] of Object.entries(spec.inputs)) {
      const here = (node.inputs[port] ?? []).map(ref => valueOf(this.values, ref))
      const typed = node.inTypes[port] ?? []
      types[port] = arity === 'many' ? typed : typed[0]
      ins[port] = arity === 'many' ? here : here[0]
    }
    const made = spec.keras(node.values, { types: types as KerasIo['types'] })
    const layer = this.layerOf(node, made)
    const applied = made.apply ? made.apply(layer, ins) : call(layer, Object.values(ins).map(argument))
    const targets = Object.keys(node.outTypes).map(port => this.target(node.block, port, node.name))
    const [only] = targets
    this.write(node.block, assign(targets.length === 1 && only ? only : tuple(targets), applied))
  }

  call(node: CallNode): void {
    const graph = this.wanted.functions.get(node.graph)
    if (!graph) throw new Error(`the function of ${node.graph} was not written`)
    const layerName = this.layerNames.unique(node.name)
    this.members.push({ kind: 'call', layerName, node })
    const args = node.inputs.map(ref => valueOf(this.values, ref))
    const targets = Object.keys(node.outTypes).map(port => this.target(node.block, port, node.name))
    const [only] = targets
    const target = targets.length === 1 && only ? only : tuple(targets)
    if (node.repeat === 1) {
      this.write(node.block, assign(target, call(graph.functionName, args, { name: this.named(layerName) })))
      return
    }
    const [first] = args
    this.write(node.block, assign(target, args.length === 1 && first ? first : tuple(args)))
    const turn = fstring(...this.nameParts(layerName), '_', name('i'))
    this.write(
      node.block,
      forEach('i', call('range', [node.repeat]), [assign(target, call(graph.functionName, targets, { name: turn }))])
    )
  }

  write(origin: string, statement: PyStatement): void {
    this.body.push(...withOrigin(origin, [statement]))
  }

  /** The layer of a node: made where it is used, or kept in a variable where others share it. */
  private layerOf(node: LayerNode, made: KerasLayer): PyExpr {
    const owner = node.weightsOf ?? node.block
    const known = this.kept.get(owner)
    if (known) return known
    const layerName = this.layerNames.unique(node.name)
    this.members.push({ kind: 'layer', layerName, node })
    const { layer } = made
    if (layer.kind !== 'call') throw new Error(`the Keras layer of ${node.type} is no call`)
    const named: PyExpr = { ...layer, kwargs: [...layer.kwargs, ['name', this.named(layerName)]] }
    if (!this.shared.has(owner)) return named
    const variable = name(this.locals.unique(`shared ${node.name}`))
    this.kept.set(owner, variable)
    this.write(owner, assign(variable, named))
    return variable
  }

  /** In a definition every name begins with that of the instance, so that Keras finds no two alike. */
  private named(layerName: string): PyExpr {
    const [prefix, ...rest] = this.nameParts(layerName)
    return rest.length === 0 && typeof prefix === 'string'
      ? { kind: 'string', value: prefix }
      : fstring(...this.nameParts(layerName))
  }

  private nameParts(layerName: string): readonly (PyExpr | string)[] {
    return this.wanted.root ? [layerName] : [name('name'), `_${layerName}`]
  }

  private target(block: string, port: string, wanted: string): PyExpr {
    const key = `${block}:${port}`
    const variable = this.quiet.has(key)
      ? name('x')
      : name(this.locals.unique(port === 'out' ? wanted : `${wanted} ${port}`))
    this.values.set(key, variable)
    return variable
  }
}

function argument(value: PyExpr | readonly PyExpr[] | undefined): PyValue {
  return value === undefined ? null : isList(value) ? list(value) : value
}

function isList(value: PyExpr | readonly PyExpr[]): value is readonly PyExpr[] {
  return Array.isArray(value)
}

function valueOf(values: ReadonlyMap<string, PyExpr>, ref: ValueRef): PyExpr {
  const value = values.get(`${ref.block}:${ref.port}`)
  if (!value) throw new Error(`nothing makes ${ref.block}:${ref.port}`)
  return value
}
