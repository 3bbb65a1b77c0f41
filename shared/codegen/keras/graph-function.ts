import type { KerasIo, KerasLayer } from '../../blocks/block'
import { blockOf } from '../../blocks/registry'
import type { TensorType } from '../../blocks/tensor-type'
import type { CallNode, Graph, GraphKey, LayerNode, NetworkOutput, ValueRef } from '../../network/network'
import {
  call,
  dict,
  float,
  fstring,
  lift,
  list,
  name,
  param,
  tuple,
  type PyExpr,
  type PyValue
} from '../python/expr'
import { keras, layers } from '../python/modules'
import { createNames, type Names } from '../python/names'
import { keyOf, passing, readBy } from '../passing'
import { assign, comment, def, forEach, returns, withOrigin, type PyStatement } from '../python/statement'

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

interface Wanted {
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

/** More names than this are not compared: such a network is too big to be built anyway. */
const MOST_NAMES = 20_000

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

class Writer {
  readonly body: PyStatement[] = []
  readonly members: Member[] = []
  readonly endings: string[] = []
  private readonly names = createNames()
  private readonly taken = new Set<string>()
  private readonly shared: ReadonlySet<string>
  private readonly kept = new Map<string, PyExpr>()
  private readonly quiet: ReadonlySet<string>

  constructor(
    private readonly graph: Graph,
    private readonly wanted: Wanted,
    private readonly values: Map<string, PyExpr>,
    private readonly locals: Names,
    private readonly results: readonly ValueRef[]
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
      const typed = node.inTypes[port] ?? []
      types[port] = arity === 'many' ? typed : typed[0]
    }
    const made = spec.keras(node.values, { types: types as KerasIo['types'] })
    const copies = made.stripsMasks === true ? this.copiesFor(node) : new Map<string, PyExpr>()
    for (const [port, arity] of Object.entries(spec.inputs)) {
      const here = (node.inputs[port] ?? []).map(ref => copies.get(keyOf(ref)) ?? valueOf(this.values, ref))
      ins[port] = arity === 'many' ? here : here[0]
    }
    const layer = this.layerOf(node, made)
    const applied = made.apply ? made.apply(layer, ins) : call(layer, Object.values(ins).map(argument))
    const targets = Object.keys(node.outTypes).map(port => this.target(node.block, port, node.name))
    const [only] = targets
    this.write(node.block, assign(targets.length === 1 && only ? only : tuple(targets), applied))
  }

  call(node: CallNode): void {
    const graph = this.wanted.functions.get(node.graph)
    if (!graph) throw new Error(`the function of ${node.graph} was not written`)
    const layerName = this.layerName(node.name, endingsOf(node, graph))
    this.members.push({ kind: 'call', layerName, node })
    const args = node.inputs.map(ref => valueOf(this.values, ref))
    const targets = Object.keys(node.outTypes).map(port => this.target(node.block, port, node.name))
    const [only] = targets
    const target = targets.length === 1 && only ? only : tuple(targets)
    if (node.repeat === 1) {
      this.write(
        node.block,
        assign(
          target,
          call(graph.functionName, args, { name: this.named(layerName), trainable: this.trainable(node) })
        )
      )
      return
    }
    const [first] = args
    const start = args.length === 1 && first ? first : tuple(args)
    if (JSON.stringify(start) !== JSON.stringify(target)) this.write(node.block, assign(target, start))
    const turn = fstring(...this.nameParts(layerName), '_', name('i'))
    this.write(
      node.block,
      forEach('i', call('range', [node.repeat]), [
        assign(target, call(graph.functionName, targets, { name: turn, trainable: this.trainable(node) }))
      ])
    )
  }

  /** A copy of each masked input that something else reads as well, or may, where it came in from outside. */
  private copiesFor(node: LayerNode): ReadonlyMap<string, PyExpr> {
    const refs = Object.entries(node.inputs).flatMap(([port, all]) =>
      all.filter((ref, i) => node.inTypes[port]?.[i]?.mask === true && this.isReadElsewhere(ref, node))
    )
    const copies = new Map<string, PyExpr>()
    for (const ref of refs) {
      if (copies.has(keyOf(ref))) continue
      if (copies.size === 0)
        this.write(
          node.block,
          comment('A copy (times 1): Keras takes the mask off what goes into the next layer.')
        )
      const copy = name(this.locals.unique(`${node.name} input`))
      const layer = call(layers('Rescaling'), [float(1)], {
        name: this.named(this.layerName(`${node.name} input`, ['']))
      })
      this.write(node.block, assign(copy, call(layer, [valueOf(this.values, ref)])))
      copies.set(keyOf(ref), copy)
    }
    return copies
  }

  private isReadElsewhere(ref: ValueRef, reader: LayerNode): boolean {
    if (!this.wanted.root && this.graph.inputs.some(input => input.block === ref.block)) return true
    const others = this.graph.nodes.filter(node => node !== reader).flatMap(readBy)
    return [...others, ...this.results].some(other => keyOf(other) === keyOf(ref))
  }

  write(origin: string, statement: PyStatement): void {
    this.body.push(...withOrigin(origin, [statement]))
  }

  /** The layer of a node: made where it is used, or kept in a variable where others share it. */
  private layerOf(node: LayerNode, made: KerasLayer): PyExpr {
    const owner = node.weightsOf ?? node.block
    const known = this.kept.get(owner)
    if (known) return known
    const layerName = this.layerName(node.name, [''])
    this.members.push({ kind: 'layer', layerName, node })
    const { layer } = made
    if (layer.kind !== 'call') throw new Error(`the Keras layer of ${node.type} is no call`)
    const trainable = node.weights.length > 0 ? this.trainable(node) : undefined
    const named: PyExpr = {
      ...layer,
      kwargs: [
        ...layer.kwargs,
        ...(trainable === undefined ? [] : [['trainable', lift(trainable)] as const]),
        ['name', this.named(layerName)]
      ]
    }
    if (!this.shared.has(owner)) return named
    const variable = name(this.locals.unique(`shared ${node.name}`))
    this.kept.set(owner, variable)
    this.write(owner, assign(variable, named))
    return variable
  }

  /** A name that no other layer has, nor any layer inside the group that it is for. */
  layerName(wanted: string, endings: readonly string[]): string {
    const checked = this.taken.size > MOST_NAMES ? [] : endings
    for (;;) {
      const layerName = this.names.unique(wanted)
      const all = checked.map(ending => layerName + ending)
      if (all.some(full => this.taken.has(full))) continue
      for (const full of all) this.taken.add(full)
      this.endings.push(...all.map(full => `_${full}`))
      return layerName
    }
  }

  private trainable(node: LayerNode | CallNode): PyValue | undefined {
    if (node.frozen) return false
    return this.wanted.takesTrainable === true ? name('trainable') : undefined
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

function endComment({ root }: Wanted): readonly PyStatement[] {
  return root?.endComment === undefined ? [] : [comment(root.endComment)]
}

function endingsOf({ repeat }: CallNode, { endings }: GraphFunction): readonly string[] {
  if (repeat === 1) return endings
  if (repeat * endings.length > MOST_NAMES) return []
  return Array.from({ length: repeat }, (_, i) => endings.map(ending => `_${i}${ending}`)).flat()
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
