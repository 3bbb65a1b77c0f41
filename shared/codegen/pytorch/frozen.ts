import type { GraphKey, LayerNode } from '../../network/network'
import { attr, call, method, name, param, type PyExpr } from '../python/expr'
import { comment, def, forEach, returns, run, when, type PyStatement } from '../python/statement'
import type { GraphClass, Member } from './graph-class'

type Classes = ReadonlyMap<GraphKey, GraphClass>

const self = (member: Member): PyExpr => attr(name('self'), member.attribute)

/** `__init__`'s lines for what does not learn. */
export function frozenStatements(members: readonly Member[]): readonly PyStatement[] {
  return [...untrainedStatements(members), ...frozenLayers(members)]
}

function untrainedStatements(members: readonly Member[]): readonly PyStatement[] {
  const entries = members.flatMap(member =>
    member.kind === 'layer' ? (member.layer.untrained ?? []).map(entry => attr(self(member), entry)) : []
  )
  return entries.length === 0
    ? []
    : [
        comment('PyTorch has these too; they stay as they are, so that only the rest is trained.'),
        ...entries.map(entry => run(method(entry, 'requires_grad_', [false])))
      ]
}

function frozenLayers(members: readonly Member[]): readonly PyStatement[] {
  const frozen = members.filter(member => member.node.frozen && hasWeights(member))
  return frozen.length === 0
    ? []
    : [
        comment('Frozen: these weights stay as they are while the others learn.'),
        ...frozen.map(member => run(method(self(member), 'requires_grad_', [false])))
      ]
}

/**
 * A frozen layer with moving statistics keeps those as well, which PyTorch does in evaluation mode only;
 * Keras does the same where `trainable` is false.
 */
export function frozenMethods(members: readonly Member[], classes: Classes): readonly PyStatement[] {
  const frozen = members.filter(member => member.node.frozen)
  const layers = frozen.filter(member => member.kind === 'layer' && keepsStatistics(member.node))
  const groups = frozen.filter(member => member.kind === 'call' && hasStatistics(member.node.graph, classes))
  if (layers.length + groups.length === 0) return []
  const inGroups = groups.map(member =>
    forEach('layer', method(self(member), 'modules'), [
      when(call('hasattr', [name('layer'), 'running_mean']), [run(method(name('layer'), 'eval'))])
    ])
  )
  return [
    def(
      'train',
      ['self', param('mode', { default: true })],
      [
        run(method(call('super'), 'train', [name('mode')])),
        comment('Frozen layers keep their running mean and variance, too.'),
        ...layers.map(member => run(method(self(member), 'eval'))),
        ...inGroups,
        returns(name('self'))
      ]
    )
  ]
}

function hasWeights(member: Member): boolean {
  return member.kind === 'call' || member.node.weights.length > 0
}

function keepsStatistics(node: LayerNode): boolean {
  return node.weights.some(weight => !weight.trainable)
}

function hasStatistics(graph: GraphKey, classes: Classes): boolean {
  return (classes.get(graph)?.members ?? []).some(member =>
    member.kind === 'layer' ? keepsStatistics(member.node) : hasStatistics(member.node.graph, classes)
  )
}
