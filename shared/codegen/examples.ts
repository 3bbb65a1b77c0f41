import type { PlannedOutput } from './data-plan'
import { call, compare, index, lift, listOf, method, name, slice, type PyExpr } from './python/expr'
import { run, type PyStatement } from './python/statement'

/** What NumPy and PyTorch say differently. */
export interface ArrayWords {
  readonly axis: 'axis' | 'dim'
  /** `x.astype(int)`, `x.int()` */
  readonly whole: (x: PyExpr) => PyExpr
  /** Whether a class of a yes-or-no question is `[batch, 1]` of floats. */
  readonly yesNoColumn: boolean
}

/** How many samples a script shows at the end. */
export const SHOWN = 5

/** Prints what the network says, and what is right. `label`: what is said before, where there are several outputs. */
export function printExamples(
  planned: PlannedOutput,
  given: { readonly predicted: PyExpr; readonly right: PyExpr; readonly label: string },
  words: ArrayWords
): readonly PyStatement[] {
  const { loss } = planned.output
  const column = (x: PyExpr): PyExpr => index(x, slice(), 0)
  const list = (x: PyExpr): PyExpr => method(x, 'tolist')
  const print = (title: string, value: PyExpr): PyStatement =>
    run(call('print', [given.label + title, value]))
  switch (loss) {
    case 'crossEntropy': {
      const best = method(given.predicted, 'argmax', [], { [words.axis]: 1 })
      return [
        print('predicted:', classesOf(planned, list(best))),
        print('right:    ', classesOf(planned, list(given.right)))
      ]
    }
    case 'binaryCrossEntropy': {
      const yes = words.whole(compare(column(given.predicted), '>', 0.5))
      const right = words.yesNoColumn ? words.whole(column(given.right)) : given.right
      return [
        print('predicted:', classesOf(planned, list(yes))),
        print('right:    ', classesOf(planned, list(right)))
      ]
    }
    default:
      return [print('predicted:', given.predicted), print('right:    ', given.right)]
  }
}

/** Class numbers as their names. */
function classesOf({ classes }: PlannedOutput, numbers: PyExpr): PyExpr {
  return classes ? listOf(index(name(classes.constant), name('i')), { for: name('i'), in: numbers }) : numbers
}

/** `x[:5]` */
export function firstFew(x: PyExpr): PyExpr {
  return index(x, slice(null, lift(SHOWN)))
}
