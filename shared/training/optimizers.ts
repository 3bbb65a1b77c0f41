import { call, type PyExpr } from '../codegen/python/expr'
import { keras, torch } from '../codegen/python/modules'
import { flag, float, type Params, type Values } from '../blocks/params'

interface OptimizerSpec<P extends Params> {
  readonly label: string
  readonly summary: string
  readonly params: P
  readonly keras: (p: Values<P>) => PyExpr
  readonly pytorch: (parameters: PyExpr, p: Values<P>) => PyExpr
  /** Where the frameworks differ, in words for the exported file. */
  readonly kerasNote?: string
}

type Optimizer = OptimizerSpec<Params>

/** As `defineBlock`: the place where the types of the parameters are forgotten. */
function defineOptimizer<const P extends Params>(spec: OptimizerSpec<P>): Optimizer {
  return spec as unknown as Optimizer
}

const learningRate = (preset: number) =>
  float({
    label: 'Learning rate',
    help: 'How big a step each batch makes. Too small learns slowly, too big never settles.',
    default: preset,
    min: 0,
    max: 10,
    above: true
  })

const decay = (label: string, preset: number) =>
  float({
    label,
    help: 'How slowly the running mean forgets; 0 remembers nothing.',
    default: preset,
    min: 0,
    max: 0.9999999,
    step: 0.01
  })

const epsilon = float({
  label: 'Epsilon',
  help: 'A little number that keeps a division from going wrong.',
  default: 1e-7,
  min: 0,
  max: 1,
  above: true
})

const adamParams = {
  learningRate: learningRate(0.001),
  beta1: decay('Beta 1', 0.9),
  beta2: decay('Beta 2', 0.999),
  epsilon
} as const

const adamInKeras = (p: Values<typeof adamParams>) => ({
  learning_rate: p.learningRate,
  beta_1: p.beta1,
  beta_2: p.beta2,
  epsilon: p.epsilon
})

const adamInTorch = (p: Values<typeof adamParams>) => ({
  lr: p.learningRate,
  betas: [p.beta1, p.beta2] as const,
  eps: p.epsilon
})

const adamNote =
  'Keras adds epsilon before it corrects the bias of the running means, PyTorch and Blockprop after it: ' +
  'the first steps differ a little.'

const rootNote =
  'Keras adds epsilon inside the square root, PyTorch and Blockprop outside: steps differ a little.'

export const OPTIMIZERS = {
  /** Kingma & Ba 2015, algorithm 1. */
  adam: defineOptimizer({
    label: 'Adam',
    summary: 'Gives each weight a step size of its own. The one to begin with.',
    params: adamParams,
    keras: p => call(keras('optimizers.Adam'), [], adamInKeras(p)),
    pytorch: (parameters, p) => call(torch('optim.Adam'), [parameters], adamInTorch(p)),
    kerasNote: adamNote
  }),
  /** Loshchilov & Hutter 2019. */
  adamw: defineOptimizer({
    label: 'AdamW',
    summary:
      'Adam that also shrinks the weights a little at each step: against overfitting, and for transformers.',
    params: {
      ...adamParams,
      weightDecay: float({
        label: 'Weight decay',
        help: 'How much the weights shrink at each step, times the learning rate.',
        default: 0.004,
        min: 0,
        max: 1
      })
    },
    keras: p => call(keras('optimizers.AdamW'), [], { ...adamInKeras(p), weight_decay: p.weightDecay }),
    pytorch: (parameters, p) =>
      call(torch('optim.AdamW'), [parameters], { ...adamInTorch(p), weight_decay: p.weightDecay }),
    kerasNote: adamNote
  }),
  /** Dozat 2016, with the momentum's schedule of Keras. */
  nadam: defineOptimizer({
    label: 'Nadam',
    summary: 'Adam that looks one step ahead along its momentum.',
    params: adamParams,
    keras: p => call(keras('optimizers.Nadam'), [], adamInKeras(p)),
    pytorch: (parameters, p) =>
      call(torch('optim.NAdam'), [parameters], { ...adamInTorch(p), momentum_decay: 1 })
  }),
  /** Kingma & Ba 2015, algorithm 2. */
  adamax: defineOptimizer({
    label: 'Adamax',
    summary:
      'Adam that goes by the largest gradient of late: calmer where gradients are rare, as with embeddings.',
    params: adamParams,
    keras: p => call(keras('optimizers.Adamax'), [], adamInKeras(p)),
    pytorch: (parameters, p) => call(torch('optim.Adamax'), [parameters], adamInTorch(p)),
    kerasNote:
      'Keras adds epsilon to the largest gradient, PyTorch and Blockprop to each: steps differ a little.'
  }),
  /** v ← μ v + g; w ← w − η v, as PyTorch has it. */
  sgd: defineOptimizer({
    label: 'SGD',
    summary: 'Plain steps downhill, with momentum if you like.',
    params: {
      learningRate: learningRate(0.01),
      momentum: decay('Momentum', 0),
      nesterov: flag({
        label: 'Nesterov',
        help: 'Looks one step ahead along the momentum.',
        default: false
      })
    },
    keras: p =>
      call(keras('optimizers.SGD'), [], {
        learning_rate: p.learningRate,
        momentum: p.momentum,
        nesterov: p.nesterov || undefined
      }),
    pytorch: (parameters, p) =>
      call(torch('optim.SGD'), [parameters], {
        lr: p.learningRate,
        momentum: p.momentum,
        // PyTorch refuses it where there is no momentum to look ahead along.
        nesterov: (p.nesterov && p.momentum > 0) || undefined
      })
  }),
  /** Hinton's lecture 6e; epsilon outside the root, as PyTorch has it. */
  rmsprop: defineOptimizer({
    label: 'RMSprop',
    summary: 'Divides each step by how large the gradients have been of late.',
    params: { learningRate: learningRate(0.001), rho: decay('Rho', 0.9), epsilon },
    keras: p =>
      call(keras('optimizers.RMSprop'), [], {
        learning_rate: p.learningRate,
        rho: p.rho,
        epsilon: p.epsilon
      }),
    pytorch: (parameters, p) =>
      call(torch('optim.RMSprop'), [parameters], { lr: p.learningRate, alpha: p.rho, eps: p.epsilon }),
    kerasNote: rootNote
  }),
  /** Duchi, Hazan & Singer 2011. */
  adagrad: defineOptimizer({
    label: 'Adagrad',
    summary:
      'Divides each step by all gradients so far: large steps for what is seldom seen, ever smaller ones.',
    params: {
      learningRate: learningRate(0.01),
      start: float({
        label: 'Start',
        help: 'What the sum of squared gradients begins with: the more, the smaller the first steps.',
        default: 0.1,
        min: 0,
        max: 100,
        above: true
      }),
      epsilon
    },
    keras: p =>
      call(keras('optimizers.Adagrad'), [], {
        learning_rate: p.learningRate,
        initial_accumulator_value: p.start,
        epsilon: p.epsilon
      }),
    pytorch: (parameters, p) =>
      call(torch('optim.Adagrad'), [parameters], {
        lr: p.learningRate,
        initial_accumulator_value: p.start,
        eps: p.epsilon
      }),
    kerasNote: rootNote
  }),
  /** Zeiler 2012. */
  adadelta: defineOptimizer({
    label: 'Adadelta',
    summary: 'Finds its own step size from how far the weights have moved of late.',
    params: { learningRate: learningRate(1), rho: decay('Rho', 0.95), epsilon },
    keras: p =>
      call(keras('optimizers.Adadelta'), [], {
        learning_rate: p.learningRate,
        rho: p.rho,
        epsilon: p.epsilon
      }),
    pytorch: (parameters, p) =>
      call(torch('optim.Adadelta'), [parameters], { lr: p.learningRate, rho: p.rho, eps: p.epsilon })
  })
} as const satisfies Record<string, Optimizer>

export type OptimizerId = keyof typeof OPTIMIZERS

export function optimizerOf(id: string): Optimizer | undefined {
  return Object.hasOwn(OPTIMIZERS, id) ? OPTIMIZERS[id as OptimizerId] : undefined
}
