import type { TorchHelper, TorchLayer } from '../../blocks/block'
import { layerBlockOf } from '../../blocks/registry'
import type { BlockId } from '../../document/schema'
import type { CallNode, Graph, GraphKey, LayerNode } from '../../network/network'
import { attr, call, generatorOf, lift, name, type PyExpr } from '../python/expr'
import { nn } from '../python/modules'
import { originOf } from '../origin'
import type { Names } from '../python/names'
import { assign, forEach, withOrigin, type PyStatement } from '../python/statement'
import { oneOrTuple, sharedOwners, valueAt, variableFor } from '../values'
import { torchLayer, type TorchValues } from './forward'
import type { GraphClass, Member } from './graph-class'
import { inLayout, layoutAtEdge, plain, rankOf } from './layout'

/** Writes the lines of `__init__` and `forward`, node by node. */
export class ForwardWriter {
  readonly init: PyStatement[] = []
  readonly forward: PyStatement[] = []
  readonly members: Member[] = []
  readonly helpers: TorchHelper[] = []
  private readonly owners = new Map<string, string>()
  private readonly shared: ReadonlySet<string>

  constructor(
    private readonly graph: Graph,
    private readonly classes: ReadonlyMap<GraphKey, GraphClass>,
    private readonly values: TorchValues,
    private readonly attributes: Names,
    private readonly locals: Names,
    private readonly quiet: ReadonlySet<string>
  ) {
    this.shared = sharedOwners(graph)
  }

  layer(node: LayerNode): void {
    const layer = torchLayer(layerBlockOf(node.type), node, this.values, {
      fixedLayout: node.weightsOf !== undefined || this.shared.has(node.block),
      local: wanted => name(this.locals.unique(wanted))
    })
    const self = this.memberOf(node, layer)
    for (const [target, value] of layer.before?.(self) ?? []) this.write(node.block, assign(target, value))
    const { mask } = layer
    const targets = Object.entries(node.outTypes).map(([port, type]) => {
      const expr = this.variable(node.block, port, node.name)
      this.values.set(`${node.block}:${port}`, {
        expr,
        layout: layer.layout ?? plain,
        rank: rankOf(type),
        ...(mask && type.mask && { mask })
      })
      return expr
    })
    this.write(node.block, assign(oneOrTuple(targets), layer.forward(self)))
  }

  /** The module behind a layer: a new attribute, or that of the layer whose weights it shares. */
  private memberOf(node: LayerNode, layer: TorchLayer): PyExpr {
    const owner = node.weightsOf ?? node.block
    const known = this.owners.get(owner)
    if (known !== undefined) return attr(name('self'), known)
    if (!layer.module) return name('self')
    const attribute = this.attributes.unique(node.name)
    this.owners.set(owner, attribute)
    const self = attr(name('self'), attribute)
    this.init.push(...withOrigin(originOf(this.graph, node.block), [assign(self, layer.module)]))
    this.members.push({ kind: 'layer', attribute, node, layer })
    if (layer.helper) this.helpers.push(layer.helper)
    return self
  }

  call(node: CallNode): void {
    const graph = this.classes.get(node.graph)
    if (!graph) throw new Error(`the class of ${node.graph} was not written`)
    const attribute = this.attributes.unique(node.name)
    const self = attr(name('self'), attribute)
    const module = call(graph.className)
    this.init.push(
      ...withOrigin(originOf(this.graph, node.block), [
        assign(
          self,
          node.repeat === 1
            ? module
            : call(nn('ModuleList'), [
                generatorOf(module, { for: name('_'), in: call('range', [node.repeat]) })
              ])
        )
      ])
    )
    this.members.push({ kind: 'call', attribute, node })
    const given = node.inputs.map(ref => valueAt(this.values, ref))
    const args = given.map((value, i) => inLayout(value, graph.inputLayouts[i] ?? plain))
    const masks = given.map((value, i) =>
      graph.inputMasks[i] === true ? (value.mask ?? lift(null)) : undefined
    )
    const made = graph.resultMasks.map(from =>
      from.kind === 'returned' ? name(this.locals.unique(`${node.name} mask`)) : undefined
    )
    const maskAfter = (i: number): PyExpr | undefined => {
      const from = graph.resultMasks[i]
      return from?.kind === 'input' ? masks[from.index] : made[i]
    }
    const targets = Object.entries(node.outTypes).map(([port, type], i) => {
      const expr = this.variable(node.block, port, node.name)
      const mask = maskAfter(i)
      this.values.set(`${node.block}:${port}`, {
        expr,
        layout: layoutAtEdge(type),
        rank: rankOf(type),
        ...(mask && { mask })
      })
      return expr
    })
    const target = oneOrTuple([...targets, ...present(made)])
    if (node.repeat === 1) {
      this.write(node.block, assign(target, call(self, [...args, ...present(masks)])))
      return
    }
    const start = [...args, ...present(made.map((mask, i) => mask && masks[i]))]
    if (JSON.stringify(oneOrTuple(start)) !== JSON.stringify(target))
      this.write(node.block, assign(target, oneOrTuple(start)))
    const round = masks.map((mask, i) => mask && maskAfter(i))
    this.write(
      node.block,
      forEach('block', self, [assign(target, call('block', [...targets, ...present(round)]))])
    )
  }

  private variable(block: string, port: string, wanted: string): PyExpr {
    return variableFor({ block, port }, wanted, this.quiet, this.locals)
  }

  private write(block: BlockId, statement: PyStatement): void {
    this.forward.push(...withOrigin(originOf(this.graph, block), [statement]))
  }
}

function present(values: readonly (PyExpr | undefined)[]): readonly PyExpr[] {
  return values.filter(value => value !== undefined)
}
