/** Longer than most files: a table, whose rows read best side by side. */
import { call, type PyExpr } from '../codegen/python/expr'
import { F, keras, torch } from '../codegen/python/modules'
import type { Operand, OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import type { Formula } from './block'

/** One activation function, everywhere it means something. */
export interface Activation {
  readonly label: string
  readonly formula: Formula
  readonly ops: (b: OpsBuilder, x: Value) => Value
  /** Its name in `keras.activations`; an expression where a layer can't name it. */
  readonly keras: string | ((x: PyExpr) => PyExpr)
  /** `axis` is where the features lie: the last, or 1 in channels-first images. */
  readonly pytorch: (x: PyExpr, axis: number) => PyExpr
  /** Where tfjs's own layers know it by this name, exactly. */
  readonly native?: string
  /** No function of our own tfjs layer: its operations are carried out. */
  readonly byOperations?: true
}

const functional =
  (fn: string) =>
  (x: PyExpr): PyExpr =>
    call(F(fn), [x])

export const LEAKY_SLOPE = 0.2
const SHRINK_BELOW = 0.5
export const SELU_ALPHA = 1.6732632423543772
export const SELU_SCALE = 1.0507009873554805

/** e^x − 1 below 0, else 0: what ELU and its kin are made of. */
export const exponentialBelow = (b: OpsBuilder, x: Value): Value => b.sub(b.exp(b.min(x, 0)), 1)

/** x above 0, else slope · x. */
export const leaky = (b: OpsBuilder, x: Value, slope: Operand): Value =>
  b.sub(b.relu(x), b.mul(b.relu(b.neg(x)), slope))

/** Functions that the blocks and the Activation block offer. Sources: Keras 3 `keras.activations`. */
export const ACTIVATIONS = {
  linear: {
    label: 'None (linear)',
    formula: {
      tex: 'f(x) = x',
      spoken: 'f of x is x',
      where: []
    },
    ops: (_b, x) => x,
    keras: 'linear',
    pytorch: x => x,
    native: 'linear'
  },
  relu: {
    label: 'ReLU',
    formula: {
      tex: String.raw`f(x) = \max(0, x)`,
      spoken: 'f of x is the larger of 0 and x',
      where: []
    },
    ops: (b, x) => b.relu(x),
    keras: 'relu',
    pytorch: functional('relu'),
    native: 'relu'
  },
  leakyRelu: {
    label: 'LeakyReLU',
    formula: {
      tex: String.raw`f(x) = \begin{cases} x & x > 0 \\ 0.2\,x & \text{else} \end{cases}`,
      spoken: 'f of x is x above 0, else 0.2 times x',
      where: []
    },
    ops: (b, x) => leaky(b, x, LEAKY_SLOPE),
    keras: 'leaky_relu',
    pytorch: x => call(F('leaky_relu'), [x], { negative_slope: LEAKY_SLOPE })
  },
  relu6: {
    label: 'ReLU6',
    formula: {
      tex: String.raw`f(x) = \min(\max(0, x), 6)`,
      spoken: 'f of x is x, cut off below 0 and above 6',
      where: []
    },
    ops: (b, x) => b.min(b.relu(x), 6),
    keras: 'relu6',
    pytorch: functional('relu6')
  },
  elu: {
    label: 'ELU',
    formula: {
      tex: String.raw`f(x) = \begin{cases} x & x > 0 \\ e^x - 1 & \text{else} \end{cases}`,
      spoken: 'f of x is x above 0, else e to the x minus 1',
      where: []
    },
    ops: (b, x) => b.add(b.relu(x), exponentialBelow(b, x)),
    keras: 'elu',
    pytorch: functional('elu')
  },
  celu: {
    label: 'CELU',
    formula: {
      tex: String.raw`f(x) = \max(0, x) + \min(0, e^x - 1)`,
      spoken: 'f of x is x above 0, else e to the x minus 1, as ELU',
      where: []
    },
    ops: (b, x) => b.add(b.relu(x), exponentialBelow(b, x)),
    keras: 'celu',
    pytorch: functional('celu'),
    byOperations: true
  },
  selu: {
    label: 'SELU',
    formula: {
      tex: String.raw`f(x) = \lambda \begin{cases} x & x > 0 \\ \alpha\,(e^x - 1) & \text{else} \end{cases}`,
      spoken: 'f of x is lambda times x above 0, else lambda times alpha times e to the x minus 1',
      where: [
        [String.raw`\lambda`, '1.0507: keeps the deviation at 1'],
        [String.raw`\alpha`, '1.6733: keeps the mean at 0']
      ]
    },
    ops: (b, x) => {
      const below = b.mul(exponentialBelow(b, x), SELU_ALPHA)
      return b.mul(b.add(b.relu(x), below), SELU_SCALE)
    },
    keras: 'selu',
    pytorch: functional('selu')
  },
  gelu: {
    label: 'GELU',
    formula: {
      tex: String.raw`f(x) = x\,\Phi(x)`,
      spoken: 'f of x is x times Phi of x',
      where: [[String.raw`\Phi(x)`, 'the share of a bell curve that lies below x']]
    },
    ops: (b, x) => b.mul(b.mul(x, 0.5), b.add(b.erf(b.mul(x, Math.SQRT1_2)), 1)),
    keras: 'gelu',
    pytorch: functional('gelu')
  },
  geluTanh: {
    label: 'GELU (tanh)',
    formula: {
      tex: String.raw`f(x) = \frac{x}{2} \left(1 + \tanh\left(\sqrt{2 / \pi}\,(x + 0.044715\,x^3)\right)\right)`,
      spoken:
        'f of x is half of x times 1 plus the hyperbolic tangent of the root of 2 over pi times x plus 0.044715 times x cubed',
      where: []
    },
    ops: (b, x) => {
      const inner = b.add(x, b.mul(b.mul(b.mul(x, x), x), 0.044715))
      return b.mul(b.mul(x, 0.5), b.add(b.tanh(b.mul(inner, Math.sqrt(2 / Math.PI))), 1))
    },
    // As an argument of a layer, keras.ops.gelu would be saved as "gelu", which is the exact form.
    keras: x => call(keras('ops.gelu'), [x], { approximate: true }),
    pytorch: x => call(F('gelu'), [x], { approximate: 'tanh' })
  },
  silu: {
    label: 'SiLU (swish)',
    formula: {
      tex: String.raw`f(x) = x\,\sigma(x)`,
      spoken: 'f of x is x times sigmoid of x',
      where: [[String.raw`\sigma`, 'the sigmoid']]
    },
    ops: (b, x) => b.mul(x, b.sigmoid(x)),
    keras: 'silu',
    pytorch: functional('silu')
  },
  hardSilu: {
    label: 'Hard SiLU (hard swish)',
    formula: {
      tex: String.raw`f(x) = x\,\frac{\min(\max(0, x + 3), 6)}{6}`,
      spoken: 'f of x is x times x plus 3, cut off below 0 and above 6, over 6',
      where: []
    },
    ops: (b, x) => b.mul(x, b.div(b.min(b.relu(b.add(x, 3)), 6), 6)),
    keras: 'hard_silu',
    pytorch: functional('hardswish'),
    byOperations: true
  },
  mish: {
    label: 'Mish',
    formula: {
      tex: String.raw`f(x) = x \tanh(\ln(1 + e^x))`,
      spoken: 'f of x is x times the hyperbolic tangent of the logarithm of 1 plus e to the x',
      where: []
    },
    ops: (b, x) => b.mul(x, b.tanh(b.softplus(x))),
    keras: 'mish',
    pytorch: functional('mish')
  },
  sigmoid: {
    label: 'Sigmoid',
    formula: {
      tex: String.raw`f(x) = \frac{1}{1 + e^{-x}}`,
      spoken: 'f of x is 1 over 1 plus e to the minus x',
      where: []
    },
    ops: (b, x) => b.sigmoid(x),
    keras: 'sigmoid',
    pytorch: x => call(torch('sigmoid'), [x])
  },
  hardSigmoid: {
    label: 'Hard sigmoid',
    formula: {
      tex: String.raw`f(x) = \frac{\min(\max(0, x + 3), 6)}{6}`,
      spoken: 'f of x is x plus 3, cut off below 0 and above 6, over 6',
      where: []
    },
    ops: (b, x) => b.div(b.min(b.relu(b.add(x, 3)), 6), 6),
    keras: 'hard_sigmoid',
    pytorch: functional('hardsigmoid')
  },
  logSigmoid: {
    label: 'Log-sigmoid',
    formula: {
      tex: String.raw`f(x) = \ln \frac{1}{1 + e^{-x}}`,
      spoken: 'f of x is the logarithm of the sigmoid of x',
      where: []
    },
    ops: (b, x) => b.neg(b.softplus(b.neg(x))),
    keras: 'log_sigmoid',
    pytorch: functional('logsigmoid'),
    byOperations: true
  },
  tanh: {
    label: 'Tanh',
    formula: {
      tex: String.raw`f(x) = \tanh(x)`,
      spoken: 'f of x is the hyperbolic tangent of x',
      where: []
    },
    ops: (b, x) => b.tanh(x),
    keras: 'tanh',
    pytorch: x => call(torch('tanh'), [x])
  },
  hardTanh: {
    label: 'Hard tanh',
    formula: {
      tex: String.raw`f(x) = \min(\max(-1, x), 1)`,
      spoken: 'f of x is x, cut off below minus 1 and above 1',
      where: []
    },
    ops: (b, x) => b.min(b.max(x, -1), 1),
    keras: 'hard_tanh',
    pytorch: functional('hardtanh'),
    byOperations: true
  },
  tanhShrink: {
    label: 'Tanh-shrink',
    formula: {
      tex: String.raw`f(x) = x - \tanh(x)`,
      spoken: 'f of x is x minus the hyperbolic tangent of x',
      where: []
    },
    ops: (b, x) => b.sub(x, b.tanh(x)),
    keras: 'tanh_shrink',
    pytorch: functional('tanhshrink'),
    byOperations: true
  },
  softShrink: {
    label: 'Soft shrink',
    formula: {
      tex: String.raw`f(x) = \operatorname{sign}(x) \max(0, |x| - 0.5)`,
      spoken: 'f of x is x, brought nearer to 0 by 0.5, or 0 where it lies nearer than that',
      where: []
    },
    ops: (b, x) => b.sub(b.relu(b.sub(x, SHRINK_BELOW)), b.relu(b.sub(b.neg(x), SHRINK_BELOW))),
    keras: 'soft_shrink',
    pytorch: functional('softshrink'),
    byOperations: true
  },
  hardShrink: {
    label: 'Hard shrink',
    formula: {
      tex: String.raw`f(x) = \begin{cases} x & |x| > 0.5 \\ 0 & \text{else} \end{cases}`,
      spoken: 'f of x is x where its size is above 0.5, else 0',
      where: []
    },
    ops: (b, x) => b.select(b.less(SHRINK_BELOW, b.abs(x)), x, 0),
    keras: 'hard_shrink',
    pytorch: functional('hardshrink'),
    byOperations: true
  },
  softplus: {
    label: 'Softplus',
    formula: {
      tex: String.raw`f(x) = \ln(1 + e^x)`,
      spoken: 'f of x is the logarithm of 1 plus e to the x',
      where: []
    },
    ops: (b, x) => b.softplus(x),
    keras: 'softplus',
    pytorch: functional('softplus')
  },
  softsign: {
    label: 'Softsign',
    formula: {
      tex: String.raw`f(x) = \frac{x}{1 + |x|}`,
      spoken: 'f of x is x over 1 plus its size',
      where: []
    },
    ops: (b, x) => b.div(x, b.add(b.abs(x), 1)),
    keras: 'softsign',
    pytorch: functional('softsign')
  },
  exponential: {
    label: 'Exponential',
    formula: {
      tex: 'f(x) = e^x',
      spoken: 'f of x is e to the x',
      where: []
    },
    ops: (b, x) => b.exp(x),
    keras: 'exponential',
    pytorch: x => call(torch('exp'), [x])
  },
  softmax: {
    label: 'Softmax',
    formula: {
      tex: String.raw`f(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}`,
      spoken: 'f of x at i is e to the x i, over the sum of e to the x j',
      where: [['x_i', 'the score of class i; the results add up to 1']]
    },
    ops: (b, x) => b.softmax(x, -1),
    keras: 'softmax',
    pytorch: (x, axis) => call(F('softmax'), [x], { dim: axis })
  },
  logSoftmax: {
    label: 'Log-softmax',
    formula: {
      tex: String.raw`f(x)_i = x_i - \ln \sum_j e^{x_j}`,
      spoken: 'f of x at i is x i minus the logarithm of the sum of e to the x j',
      where: [['x_i', 'the score of class i']]
    },
    ops: (b, x) => b.logSoftmax(x, -1),
    keras: 'log_softmax',
    pytorch: (x, axis) => call(F('log_softmax'), [x], { dim: axis })
  }
} as const satisfies Record<string, Activation>

export type ActivationId = keyof typeof ACTIVATIONS

/** Those that a layer of Keras takes by their names. */
export type NamedActivationId = {
  [K in ActivationId]: (typeof ACTIVATIONS)[K]['keras'] extends string ? K : never
}[ActivationId]
