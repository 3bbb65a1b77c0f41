import { EPSILON, lossOf } from '../../training/losses'
import type { DataPlan, PlannedOutput } from '../data-plan'
import { add, call, float, method, mul, name, type PyExpr } from '../python/expr'
import { torch } from '../python/modules'
import { createNames } from '../python/names'
import { assign, comment, def, returns, withOrigin, type PyStatement } from '../python/statement'

/** What the answers of the network and then the right ones are called: the parameters of `loss_function`. */
export function lossArguments({ outputs }: DataPlan): readonly PyExpr[] {
  return [...outputs.map(o => name(o.answer)), ...outputs.map(o => name(o.target))]
}

/** `loss_function`, which takes all answers, then all targets: a module of PyTorch where one will do. */
export function lossFunction(plan: DataPlan): readonly PyStatement[] {
  const { outputs } = plan
  const [only] = outputs
  const heads = [...new Set(outputs.flatMap(({ output }) => (output.fromScores ? [output.head] : [])))]
  const note =
    heads.length === 0
      ? []
      : [
          comment(
            `This loss takes scores (logits) and puts the ${heads.join(' or ')} in itself: that is more exact.`
          )
        ]
  if (outputs.length === 1 && only && only.output.lossWeight === 1 && !needsLogarithm(only))
    return [...note, ...withOrigin(only.output.block, [assign('loss_function', moduleOf(only))])]
  const names = createNames(['loss_function', 'model'])
  const modules = outputs.map(planned => ({ planned, constant: names.unique(`${planned.label} loss`) }))
  const terms = modules.map(({ planned, constant }) => {
    const answer = name(planned.answer)
    const loss = call(constant, [needsLogarithm(planned) ? logarithm(answer) : answer, name(planned.target)])
    return planned.output.lossWeight === 1 ? loss : mul(float(planned.output.lossWeight), loss)
  })
  const [first, ...rest] = terms
  if (!first) throw new Error('a network has an output')
  return [
    ...note,
    ...modules.flatMap(({ planned, constant }) =>
      withOrigin(planned.output.block, [assign(constant, moduleOf(planned))])
    ),
    def(
      'loss_function',
      lossArguments(plan).flatMap(parameter => (parameter.kind === 'name' ? [parameter.name] : [])),
      [returns(rest.reduce(add, first))],
      { docstring: 'What training makes small.' }
    )
  ]
}

function moduleOf({ output }: PlannedOutput): PyExpr {
  return lossOf(output.loss).pytorch(output.fromScores)
}

/** PyTorch's loss for classes takes scores or logarithms, never probabilities. */
function needsLogarithm({ output }: PlannedOutput): boolean {
  return output.loss === 'crossEntropy' && !output.fromScores
}

function logarithm(probabilities: PyExpr): PyExpr {
  return call(torch('log'), [method(probabilities, 'clamp', [EPSILON, 1 - EPSILON])])
}
