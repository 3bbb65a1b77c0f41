import type { HelperClass, InputPorts, Ins, KerasFunction, KerasLayer } from '../../blocks/block'
import { insOf } from '../../blocks/ins'
import { layerBlockOf } from '../../blocks/registry'
import type { BlockId } from '../../document/schema'
import type { CallNode, Graph, LayerNode, ValueRef } from '../../network/network'
import { originOf } from '../origin'
import { keyOf, passing, readBy } from '../passing'
import { attr, call, float, fstring, lift, list, name, type PyExpr, type PyValue } from '../python/expr'
import { layers } from '../python/modules'
import { createNames, type Names } from '../python/names'
import { assign, comment, forEach, withOrigin, type PyStatement } from '../python/statement'
import { oneOrTuple, sharedOwners, valueAt, variableFor } from '../values'
import type { GraphFunction, Member, Wanted } from './graph-function'

/** More names than this are not compared: such a network is too big to be built anyway. */
const MOST_NAMES = 20_000

/** Writes the lines of a graph, node by node, and keeps account of the names in them. */
export class GraphWriter {
  readonly body: PyStatement[] = []
  readonly members: Member[] = []
  readonly endings: string[] = []
  readonly helpers: HelperClass[] = []
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
    this.shared = sharedOwners(graph)
    this.quiet = passing(graph, results)
  }

  layer(node: LayerNode): void {
    const spec = layerBlockOf(node.type)
    const made = spec.keras(node.values, { types: insOf(spec, node.inTypes) })
    const copies =
      'layer' in made && made.stripsMasks === true ? this.copiesFor(node) : new Map<string, PyExpr>()
    const arriving = Object.fromEntries(
      Object.entries(node.inputs).map(([port, refs]) => [
        port,
        refs.map(ref => copies.get(keyOf(ref)) ?? valueAt(this.values, ref))
      ])
    )
    const ins = insOf(spec, arriving)
    const layer = 'called' in made ? undefined : this.layerOf(node, made)
    const targets = Object.keys(node.outTypes).map(port => this.target(node.block, port, node.name))
    this.write(node.block, assign(oneOrTuple(targets), appliedTo(ins, made, layer)))
    const later = this.trainableLater(node, made)
    if (later !== undefined && layer !== undefined && node.weightsOf === undefined)
      this.write(node.block, assign(attr(layer, 'trainable'), later))
  }

  /** What `trainable` becomes once the layers are there of which a layer is made. */
  private trainableLater(node: LayerNode, made: KerasLayer | KerasFunction): PyValue | undefined {
    return 'layer' in made && made.madeOfLayers === true ? this.trainable(node) : undefined
  }

  call(node: CallNode): void {
    const graph = this.wanted.functions.get(node.graph)
    if (!graph) throw new Error(`the function of ${node.graph} was not written`)
    const layerName = this.layerName(node.name, endingsOf(node, graph))
    this.members.push({ kind: 'call', layerName, node })
    const args = node.inputs.map(ref => valueAt(this.values, ref))
    const targets = Object.keys(node.outTypes).map(port => this.target(node.block, port, node.name))
    const target = oneOrTuple(targets)
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
    const start = oneOrTuple(args)
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
      this.write(node.block, assign(copy, call(layer, [valueAt(this.values, ref)])))
      copies.set(keyOf(ref), copy)
    }
    return copies
  }

  private isReadElsewhere(ref: ValueRef, reader: LayerNode): boolean {
    if (!this.wanted.root && this.graph.inputs.some(input => input.block === ref.block)) return true
    const others = this.graph.nodes.filter(node => node !== reader).flatMap(readBy)
    return [...others, ...this.results].some(other => keyOf(other) === keyOf(ref))
  }

  write(block: BlockId, statement: PyStatement): void {
    this.body.push(...withOrigin(originOf(this.graph, block), [statement]))
  }

  /** The layer of a node: made where it is used, or kept in a variable where others share it. */
  private layerOf(node: LayerNode, made: KerasLayer): PyExpr {
    const owner = node.weightsOf ?? node.block
    const known = this.kept.get(owner)
    if (known) return known
    const layerName = this.layerName(node.name, [''])
    this.members.push({ kind: 'layer', layerName, node })
    const { layer, helper } = made
    if (helper) this.helpers.push(helper)
    if (layer.kind !== 'call') throw new Error(`the Keras layer of ${node.type} is no call`)
    const isLater = this.trainableLater(node, made) !== undefined
    const trainable = node.weights.length > 0 && !isLater ? this.trainable(node) : undefined
    const named: PyExpr = {
      ...layer,
      kwargs: [
        ...layer.kwargs,
        ...(trainable === undefined ? [] : [['trainable', lift(trainable)] as const]),
        ['name', this.named(layerName)]
      ]
    }
    const isShared = this.shared.has(owner)
    if (!isShared && !isLater) return named
    const variable = name(this.locals.unique(`${isShared ? 'shared' : 'frozen'} ${node.name}`))
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
    const variable = variableFor({ block, port }, wanted, this.quiet, this.locals)
    this.values.set(keyOf({ block, port }), variable)
    return variable
  }
}

function endingsOf({ repeat }: CallNode, { endings }: GraphFunction): readonly string[] {
  if (repeat === 1) return endings
  if (repeat * endings.length > MOST_NAMES) return []
  return Array.from({ length: repeat }, (_, i) => endings.map(ending => `_${i}${ending}`)).flat()
}

function appliedTo(
  ins: Ins<InputPorts, PyExpr>,
  made: KerasLayer | KerasFunction,
  layer: PyExpr | undefined
): PyExpr {
  if ('called' in made) return made.called(ins)
  const of = layer ?? made.layer
  return made.apply ? made.apply(of, ins) : call(of, Object.values(ins).map(argument))
}

function argument(value: PyExpr | readonly PyExpr[] | undefined): PyValue {
  return value === undefined ? null : isList(value) ? list(value) : value
}

function isList(value: PyExpr | readonly PyExpr[]): value is readonly PyExpr[] {
  return Array.isArray(value)
}
