import type { TorchHelper, TorchLayer, TorchLayout } from '../../blocks/block'
import type { CallNode, Graph, GraphKey, LayerNode, NetworkOutput, ValueRef } from '../../network/network'
import { passing } from '../passing'
import { call, lift, method, name } from '../python/expr'
import { nn } from '../python/modules'
import { createNames } from '../python/names'
import { classDef, comment, def, run, type PyStatement } from '../python/statement'
import { oneOrTuple, returning, valueAt } from '../values'
import type { TorchValues } from './forward'
import { ForwardWriter } from './forward-writer'
import { frozenMethods, frozenStatements } from './frozen'
import { initStatements } from './init'
import { inLayout, layoutAtEdge, plain, rankOf } from './layout'

/** An attribute of the module, and what of ours it stands for. */
export type Member =
  | {
      readonly kind: 'layer'
      readonly attribute: string
      readonly node: LayerNode
      readonly layer: TorchLayer
    }
  | { readonly kind: 'call'; readonly attribute: string; readonly node: CallNode }

/** A graph as a class of its own. */
export interface GraphClass {
  readonly className: string
  readonly inputLayouts: readonly TorchLayout[]
  /** Whether each input's mask is a parameter too; those come after all inputs. */
  readonly inputMasks: readonly boolean[]
  /** Where each result's mask comes from: returned after all results, or that of an input, passed on as it is. */
  readonly resultMasks: readonly ResultMask[]
  readonly statement: PyStatement
  readonly members: readonly Member[]
  /** Classes of ours that its layers need. */
  readonly helpers: readonly TorchHelper[]
}

type ResultMask = { readonly kind: 'none' | 'returned' } | { readonly kind: 'input'; readonly index: number }

interface Wanted {
  readonly className: string
  readonly docstring: string
  readonly forwardDocstring?: string
  /** What is said before the end, of the activations that were left out. */
  readonly endComment?: string
  readonly classes: ReadonlyMap<GraphKey, GraphClass>
  /** The root's outputs; a definition has results instead. */
  readonly outputs?: readonly NetworkOutput[]
}

/** Attributes that `nn.Module` has itself; shadowing one breaks the module. */
const MODULE_NAMES = [
  'add_module apply bfloat16 buffers call_super_init children compile cpu cuda double dump_patches eval',
  'extra_repr float forward get_buffer get_extra_state get_parameter get_submodule half ipu load_state_dict',
  'modules mtia named_buffers named_children named_modules named_parameters parameters register_backward_hook',
  'register_buffer register_forward_hook register_forward_pre_hook register_full_backward_hook',
  'register_full_backward_pre_hook register_load_state_dict_post_hook register_load_state_dict_pre_hook',
  'register_module register_parameter register_state_dict_post_hook register_state_dict_pre_hook requires_grad',
  'set_extra_state set_submodule share_memory state_dict t_destination to to_empty train training type xpu',
  'zero_grad'
].flatMap(words => words.split(' '))

/** What `forward` uses besides its own variables. */
const FORWARD_NAMES = ['x', 'self', 'nn', 'torch', 'F', 'np', 'block', 'layer']

/** Writes `class Name(nn.Module)` with `__init__` and `forward` for a graph. */
export function graphClass(graph: Graph, wanted: Wanted): GraphClass {
  const attributes = createNames(MODULE_NAMES)
  const locals = createNames(FORWARD_NAMES)
  const inputs = graph.inputs.map(input => locals.unique(input.name))
  const inputLayouts = graph.inputs.map(input => layoutAtEdge(input.type))
  const masks = graph.inputs.map(input => (input.type.mask ? locals.unique(`${input.name} mask`) : undefined))
  const values: TorchValues = new Map(
    graph.inputs.map((input, i) => {
      const mask = masks[i]
      const value = {
        expr: name(inputs[i] ?? ''),
        layout: inputLayouts[i] ?? plain,
        rank: rankOf(input.type)
      }
      return [`${input.block}:out`, mask === undefined ? value : { ...value, mask: name(mask) }]
    })
  )
  const results: readonly ValueRef[] = wanted.outputs?.map(o => o.value) ?? graph.results.map(r => r.value)
  const types = wanted.outputs?.map(o => o.type) ?? graph.results.map(r => r.type)
  const writer = new ForwardWriter(graph, wanted.classes, values, attributes, locals, passing(graph, results))
  for (const node of graph.nodes) {
    if (node.kind === 'layer') writer.layer(node)
    else writer.call(node)
  }
  const plainly = results.map((ref, i) => {
    const type = types[i]
    const layout = wanted.outputs || !type ? plain : layoutAtEdge(type)
    return inLayout(valueAt(values, ref), layout)
  })
  const resultMasks = results.map((ref, i): ResultMask => {
    if (wanted.outputs || types[i]?.mask !== true) return { kind: 'none' }
    const mask = valueAt(values, ref).mask
    const given = mask?.kind === 'name' ? masks.indexOf(mask.name) : -1
    return given === -1 ? { kind: 'returned' } : { kind: 'input', index: given }
  })
  const returned = [
    ...plainly,
    ...results.flatMap((ref, i) =>
      resultMasks[i]?.kind === 'returned' ? [valueAt(values, ref).mask ?? lift(null)] : []
    )
  ]
  const body = returning(writer.forward, oneOrTuple(returned))
  const said =
    wanted.endComment === undefined
      ? body
      : [...body.slice(0, -1), comment(wanted.endComment), ...body.slice(-1)]
  const layers = writer.members.flatMap(m => (m.kind === 'layer' ? [m] : []))
  const statement = classDef(
    wanted.className,
    [nn('Module')],
    [
      def(
        '__init__',
        ['self'],
        [
          run(method(call('super'), '__init__')),
          ...writer.init,
          ...initStatements(layers),
          ...frozenStatements(writer.members)
        ]
      ),
      ...frozenMethods(writer.members, wanted.classes),
      def('forward', ['self', ...inputs, ...masks.filter(mask => mask !== undefined)], said, {
        ...(wanted.forwardDocstring !== undefined && { docstring: wanted.forwardDocstring })
      })
    ],
    { docstring: wanted.docstring }
  )
  const inputMasks = masks.map(mask => mask !== undefined)
  return {
    className: wanted.className,
    inputLayouts,
    inputMasks,
    resultMasks,
    statement,
    members: writer.members,
    helpers: writer.helpers
  }
}
