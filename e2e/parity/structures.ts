import type { NetworkWords } from './build-document'

const output = { loss: 'meanSquaredError' } as const
const classes = { loss: 'crossEntropy' } as const
const image = { shape: [6, 5, 2] }
const tokens = { shape: [null], dtype: 'int32' }

/** A residual block, as a definition. */
const residual: NetworkWords = {
  name: 'Residual',
  blocks: {
    'in-1': ['groupInput', {}, { name: 'features' }],
    'conv-1': ['conv2d', { filters: 3, kernel: [3, 3], padding: 'same' }],
    'norm-1': ['batchNormalization'],
    'add-1': ['add'],
    'out-1': ['groupOutput']
  },
  edges: ['in-1 > conv-1', 'conv-1 > norm-1', 'norm-1 > add-1', 'in-1 > add-1', 'add-1 > out-1']
}

const encoder: NetworkWords = {
  name: 'Encoder',
  blocks: {
    'in-1': ['groupInput', {}, { name: 'sequence' }],
    'attention-1': ['multiHeadAttention', { heads: 2, keyDim: 2 }],
    'add-1': ['add'],
    'norm-1': ['layerNormalization'],
    'out-1': ['groupOutput']
  },
  edges: [
    'in-1 > attention-1.query',
    'in-1 > attention-1.value',
    'attention-1 > add-1',
    'in-1 > add-1',
    'add-1 > norm-1',
    'norm-1 > out-1'
  ]
}

/** Each shape that a network may have and no single block shows. */
export const structures: Readonly<Record<string, Readonly<Record<string, NetworkWords>>>> = {
  'two inputs, two outputs, a branch': {
    'net-main': {
      blocks: {
        'input-1': ['input', image],
        'input-2': ['input', { shape: [4] }],
        'flat-1': ['flatten'],
        'join-1': ['concatenate'],
        'dense-1': ['dense', { units: 5, activation: 'relu' }],
        'dense-2': ['dense', { units: 3, activation: 'softmax' }],
        'dense-3': ['dense', { units: 2 }],
        'output-1': ['output', { ...classes }],
        'output-2': ['output', { ...output, weight: 0.5 }]
      },
      edges: [
        'input-1 > flat-1',
        'flat-1 > join-1',
        'input-2 > join-1',
        'join-1 > dense-1',
        'dense-1 > dense-2',
        'dense-1 > dense-3',
        'dense-2 > output-1',
        'dense-3 > output-2'
      ]
    }
  },
  'an image normalised as it lies, and again when it is flat': {
    'net-main': {
      blocks: {
        'input-1': ['input', image],
        'conv-1': ['conv2d', { filters: 6 }],
        'groups-1': ['groupNormalization', { groups: 2, center: false }],
        'instance-1': ['instanceNormalization', { scale: false }],
        'local-1': ['localResponseNormalization'],
        'drop-1': ['spatialDropout2d'],
        'unit-1': ['unitNormalization'],
        'noise-1': ['gaussianNoise'],
        'flat-1': ['flatten'],
        'groups-2': ['groupNormalization', { groups: 3 }],
        'flat-2': ['flatten'],
        'rms-1': ['rmsNormalization'],
        'unit-2': ['unitNormalization'],
        'layer-1': ['layerNormalization', { center: false }],
        'batch-1': ['batchNormalization', { scale: false }],
        'join-1': ['concatenate'],
        'dense-1': ['dense', { units: 2 }],
        'output-1': ['output', output]
      },
      edges: [
        'input-1 > conv-1',
        'conv-1 > groups-1',
        'groups-1 > instance-1',
        'instance-1 > local-1',
        'local-1 > drop-1',
        'drop-1 > unit-1',
        'unit-1 > noise-1',
        'noise-1 > flat-1',
        'flat-1 > groups-2',
        'groups-2 > join-1',
        'noise-1 > flat-2',
        'flat-2 > rms-1',
        'rms-1 > unit-2',
        'unit-2 > layer-1',
        'layer-1 > batch-1',
        'batch-1 > join-1',
        'join-1 > dense-1',
        'dense-1 > output-1'
      ]
    }
  },
  'a group used twice at two sizes, repeated, frozen, inside another': {
    'net-main': {
      blocks: {
        'input-1': ['input', image],
        'conv-1': ['conv2d', { filters: 3 }],
        'pair-1': ['group', { network: 'net-pair' }],
        'pool-1': ['maxPooling2d', { size: [2, 2], strides: [2, 2], padding: 'same' }],
        'pair-2': ['group', { network: 'net-pair', repeat: 2 }, { frozen: true }],
        'flat-1': ['flatten'],
        'dense-1': ['dense', { units: 4 }, { frozen: true }],
        'output-1': ['output', output]
      },
      edges: [
        'input-1 > conv-1',
        'conv-1 > pair-1',
        'pair-1 > pool-1',
        'pool-1 > pair-2',
        'pair-2 > flat-1',
        'flat-1 > dense-1',
        'dense-1 > output-1'
      ]
    },
    'net-pair': {
      name: 'Pair',
      blocks: {
        'in-1': ['groupInput'],
        'residual-1': ['group', { network: 'net-residual' }],
        'residual-2': ['group', { network: 'net-residual', repeat: 3 }],
        'out-1': ['groupOutput']
      },
      edges: ['in-1 > residual-1', 'residual-1 > residual-2', 'residual-2 > out-1']
    },
    'net-residual': residual
  },
  'a group with a Dense behind a Flatten, at two sizes: two pieces of code': {
    'net-main': {
      blocks: {
        'input-1': ['input', image],
        'input-2': ['input', { shape: [2, 3, 2] }],
        'head-1': ['group', { network: 'net-head' }],
        'head-2': ['group', { network: 'net-head' }],
        'add-1': ['add'],
        'output-1': ['output', output]
      },
      edges: [
        'input-1 > head-1.in-1',
        'input-2 > head-2.in-1',
        'head-1.out-1 > add-1',
        'head-2.out-1 > add-1',
        'add-1 > output-1'
      ]
    },
    'net-head': {
      name: 'Head',
      blocks: {
        'in-1': ['groupInput'],
        'flat-1': ['flatten'],
        'dense-1': ['dense', { units: 3 }],
        'out-1': ['groupOutput']
      },
      edges: ['in-1 > flat-1', 'flat-1 > dense-1', 'dense-1 > out-1']
    }
  },
  'a mask goes through groups': {
    'net-main': {
      blocks: {
        'input-1': ['input', tokens],
        'embedding-1': ['embedding', { vocabulary: 6, dimension: 4 }],
        'encoder-1': ['group', { network: 'net-encoder' }],
        'encoder-2': ['group', { network: 'net-encoder', repeat: 2 }],
        'mean-1': ['globalAveragePooling1d'],
        'output-1': ['output', output]
      },
      edges: [
        'input-1 > embedding-1',
        'embedding-1 > encoder-1.in-1',
        'encoder-1.out-1 > encoder-2.in-1',
        'encoder-2.out-1 > mean-1',
        'mean-1 > output-1'
      ]
    },
    'net-encoder': encoder
  },
  'a mask is made in a group': {
    'net-main': {
      blocks: {
        'input-1': ['input', tokens],
        'read-1': ['group', { network: 'net-read' }],
        'lstm-1': ['lstm', { units: 3 }],
        'output-1': ['output', output]
      },
      edges: ['input-1 > read-1.in-1', 'read-1.out-1 > lstm-1', 'lstm-1 > output-1']
    },
    'net-read': {
      name: 'Read',
      blocks: {
        'in-1': ['groupInput'],
        'embedding-1': ['embedding', { vocabulary: 6, dimension: 4 }],
        'out-1': ['groupOutput']
      },
      edges: ['in-1 > embedding-1', 'embedding-1 > out-1']
    }
  },
  'shared weights, behind a Flatten and not': {
    'net-main': {
      blocks: {
        'input-1': ['input', image],
        'input-2': ['input', { shape: [60] }],
        'flat-1': ['flatten'],
        'dense-1': ['dense', { units: 3 }],
        'dense-2': ['dense', { units: 3 }, { weightsOf: 'dense-1' }],
        'add-1': ['add'],
        'output-1': ['output', output]
      },
      edges: [
        'input-1 > flat-1',
        'flat-1 > dense-1',
        'input-2 > dense-2',
        'dense-1 > add-1',
        'dense-2 > add-1',
        'add-1 > output-1'
      ]
    }
  },
  'a Flatten behind a Flatten': {
    'net-main': {
      blocks: {
        'input-1': ['input', image],
        'flat-1': ['flatten'],
        'flat-2': ['flatten'],
        'output-1': ['output', output]
      },
      edges: ['input-1 > flat-1', 'flat-1 > flat-2', 'flat-2 > output-1']
    }
  },
  'frozen attention, alone and in a frozen group, and weights that belong to a frozen block': {
    'net-main': {
      blocks: {
        'input-1': ['input', { shape: [4, 6] }],
        'attention-1': ['multiHeadAttention', { heads: 2, keyDim: 2 }, { frozen: true }],
        'encoder-1': ['group', { network: 'net-encoder' }, { frozen: true }],
        'encoder-2': ['group', { network: 'net-encoder' }],
        'dense-1': ['dense', { units: 6 }, { weightsOf: 'dense-2' }],
        'dense-2': ['dense', { units: 6 }, { frozen: true }],
        'output-1': ['output', output]
      },
      edges: [
        'input-1 > attention-1.query',
        'input-1 > attention-1.value',
        'attention-1 > encoder-1',
        'encoder-1 > encoder-2',
        'encoder-2 > dense-1',
        'dense-1 > dense-2',
        'dense-2 > output-1'
      ]
    },
    'net-encoder': encoder
  },
  'names that run into each other': {
    'net-main': {
      blocks: {
        'input-1': ['input', image],
        'a-1': ['group', { network: 'net-residual' }, { name: 'residual' }],
        'a-2': ['group', { network: 'net-residual', repeat: 2 }, { name: 'residual conv' }],
        'a-3': ['conv2d', { filters: 3, padding: 'same' }, { name: 'residual_conv_1' }],
        'a-4': ['conv2d', { filters: 3, padding: 'same' }, { name: 'residual conv 0 conv 1' }],
        'first-1': ['conv2d', { filters: 3, padding: 'same' }, { name: 'forward' }],
        'flat-1': ['flatten', {}, { name: 'self' }],
        'output-1': ['output', output]
      },
      edges: [
        'input-1 > first-1',
        'first-1 > a-1',
        'a-1 > a-2',
        'a-2 > a-3',
        'a-3 > a-4',
        'a-4 > flat-1',
        'flat-1 > output-1'
      ]
    },
    'net-residual': residual
  }
}
