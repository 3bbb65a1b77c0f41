// Long because it is one table: a row for each problem that a document can have.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document } from '../document/schema'
import { why } from '../strings/en-why'
import { fixEdits } from './fixes'
import { isError, type Problem } from './problem'
import { analyseOnce, briefly, digits, documentOf, edited, network, type BriefBlock } from './testing'

interface Row {
  readonly name: string
  readonly document: Document
  /** All problems, as `error types flatten-1 in`. */
  readonly problems: readonly string[]
  /** Of the first problem that has one. */
  readonly fix?: string
  /** Errors that only a fix brings to light. */
  readonly next?: readonly string[]
  /** Part of a problem's message. */
  readonly says: string
}

const image: BriefBlock = ['input']
const vector: BriefBlock = ['input', { shape: [4], field: 'measurements' }]
const letters: BriefBlock = ['input', { shape: [null], dtype: 'int32', field: 'letters' }]
const output: BriefBlock = ['output']
const dense = (units = 10, activation = 'softmax'): BriefBlock => ['dense', { units, activation }]
const iris: Document['data'] = { source: 'iris', split: { train: 90, validation: 30, test: 30, seed: 1 } }
const names: Document['data'] = {
  source: 'names',
  split: { train: 5983, validation: 1000, test: 1000, seed: 1 }
}
const onIris = { data: iris }
const onDigits = { data: digits }
const onNames = { data: names }
const species: BriefBlock = ['output', { target: 'species' }]
const list: BriefBlock = ['output', { target: 'list', loss: 'binaryCrossEntropy' }]
const irisNet = (more: Readonly<Record<string, BriefBlock>>, ...wires: readonly string[]) =>
  network(
    { 'input-1': vector, 'dense-1': dense(3), 'output-1': species, ...more },
    'input-1 > dense-1 > output-1',
    ...wires
  )
/** Four numbers, from themselves. */
const measured = (activation: string) =>
  network(
    {
      'input-1': vector,
      'dense-1': dense(4, activation),
      'output-1': ['output', { target: 'measurements', loss: 'meanSquaredError' }]
    },
    'input-1 > dense-1 > output-1'
  )
const training = documentOf(network({})).training

const rows: readonly Row[] = [
  {
    name: 'an empty canvas',
    document: documentOf(network({}), onIris),
    problems: ['error empty'],
    fix: 'Add an Input',
    next: ['no-output'],
    says: 'There are no blocks yet'
  },
  {
    name: 'no dataset',
    document: documentOf(network({ 'input-1': image, 'output-1': output }, 'input-1 > output-1')),
    problems: ['warning no-data'],
    says: 'can be exported, but not trained'
  },
  {
    name: 'a dataset of another version',
    document: documentOf(irisNet({}), { data: { ...iris, source: 'no-such' } }),
    problems: ['error unknown-data'],
    says: 'no dataset “no-such”'
  },
  {
    name: 'a split of more than there is',
    document: documentOf(irisNet({}), {
      data: { ...iris, split: { train: 900, validation: 30, test: 30, seed: 3 } }
    }),
    problems: ['error split split'],
    fix: 'Split into 90, 30 and 30',
    says: 'Iris flowers has 150 samples, but 900 + 30 + 30 = 960 are asked for: 810 too many.'
  },
  {
    name: 'a split that wants samples which are kept for the test',
    document: documentOf(
      network(
        { 'input-1': image, 'flatten-1': ['flatten'], 'dense-1': dense(), 'output-1': output },
        'input-1 > flatten-1 > dense-1 > output-1'
      ),
      { data: { source: 'mnist', split: { train: 8500, validation: 1000, test: 500, seed: 3 } } }
    ),
    problems: ['error split split'],
    fix: 'Split into 7000, 1000 and 2000',
    says: 'MNIST digits has 8000 samples besides those for the test'
  },
  {
    name: 'a split with nothing to learn from',
    document: documentOf(irisNet({}), {
      data: { ...iris, split: { train: 0, validation: 30, test: 30, seed: 3 } }
    }),
    problems: ['error split split'],
    fix: 'Split into 90, 30 and 30',
    says: 'nothing to learn from'
  },
  {
    name: 'a field that the dataset lacks',
    document: documentOf(
      network(
        { 'input-1': image, 'flatten-1': ['flatten'], 'dense-1': dense(3), 'output-1': species },
        'input-1 > flatten-1 > dense-1 > output-1'
      ),
      onIris
    ),
    problems: ['error unknown-field input-1 field'],
    fix: 'Take measurements',
    says: 'takes the field “image”, but Iris flowers has measurements'
  },
  {
    name: 'a shape that is not the field’s',
    document: documentOf(irisNet({ 'input-1': ['input', { shape: [5], field: 'measurements' }] }), onIris),
    problems: ['error input-shape input-1 shape'],
    fix: 'Set shape to 4',
    says: '“input-1” says 5, but a sample of Measurements is 4'
  },
  {
    name: 'numbers where the field has token ids',
    document: documentOf(
      network(
        {
          'input-1': ['input', { shape: [12], field: 'letters' }],
          'dense-1': dense(1, 'sigmoid'),
          'output-1': list
        },
        'input-1 > dense-1 > output-1'
      ),
      onNames
    ),
    problems: ['error input-dtype input-1 dtype'],
    fix: 'Set numbers to int32',
    next: ['types'],
    says: 'says numbers, but Letters holds token ids'
  },
  {
    name: 'token ids where the field has numbers',
    document: documentOf(
      irisNet({ 'input-1': ['input', { shape: [4], dtype: 'int32', field: 'measurements' }] }),
      onIris
    ),
    problems: ['error types dense-1 in', 'error input-dtype input-1 dtype'],
    fix: 'Insert Embedding before dense-1',
    next: ['output-sequence'],
    says: 'says token ids, but Measurements holds numbers'
  },
  {
    name: 'token ids at an Output',
    document: documentOf(
      network(
        { 'input-1': ['input', { shape: [4], dtype: 'int32', field: 'measurements' }], 'output-1': species },
        'input-1 > output-1'
      ),
      onIris
    ),
    problems: ['error input-dtype input-1 dtype', 'error output-tokens output-1'],
    fix: 'Set numbers to float32',
    next: ['output-shape'],
    says: 'expects computed numbers, but gets token ids (4)'
  },
  {
    name: 'a sequence of token ids at an Output',
    document: documentOf(network({ 'input-1': letters, 'output-1': list }, 'input-1 > output-1'), onNames),
    problems: ['error output-sequence output-1'],
    says: 'one for each step (time)'
  },
  {
    name: 'an unknown type, passed by',
    document: documentOf(
      network(
        { 'input-1': vector, 'x-1': ['hologram', { depth: 3 }], 'dense-1': dense(3), 'output-1': species },
        'input-1 > x-1 > dense-1 > output-1'
      ),
      onIris
    ),
    problems: ['error unknown-type x-1'],
    fix: 'Remove x-1',
    says: 'of the type hologram, which this version does not know'
  },
  {
    name: 'an unknown type that makes data',
    document: documentOf(
      network({ 'x-1': ['hologram'], 'dense-1': dense(3), 'output-1': species }, 'x-1 > dense-1 > output-1'),
      onIris
    ),
    problems: ['error unknown-type x-1'],
    says: 'It is kept as it is'
  },
  {
    name: 'parameters out of range',
    document: documentOf(
      network(
        {
          'input-1': vector,
          'dense-1': ['dense', { units: -3, activation: 'softmax' }],
          'dense-2': dense(3),
          'output-1': species
        },
        'input-1 > dense-1 > dense-2 > output-1'
      ),
      onIris
    ),
    problems: ['error param dense-1 units'],
    fix: 'Set units to 1',
    says: 'Units must be a whole number from 1 to 1000000, got -3'
  },
  {
    name: 'an edge to an input that is not there',
    document: documentOf(irisNet({}, 'input-1 > dense-1:extra'), onIris),
    problems: ['error no-port dense-1 extra'],
    fix: 'Remove the edge',
    says: 'Dense has no input “extra”; it has in'
  },
  {
    name: 'an edge from an output that is not there',
    document: documentOf(
      network(
        { 'input-1': vector, 'dense-1': dense(3), 'output-1': species },
        'input-1 > dense-1',
        'dense-1:state > output-1'
      ),
      onIris
    ),
    problems: ['error no-port output-1 in'],
    fix: 'Read “out” instead',
    says: '“output-1” reads “state” of “dense-1”, but Dense has out'
  },
  {
    name: 'an edge out of an Output',
    document: documentOf(
      irisNet({ 'add-1': ['add'], 'output-2': species }, 'dense-1 > add-1', 'output-1 > add-1 > output-2'),
      onIris
    ),
    problems: ['error no-port add-1 in'],
    fix: 'Remove the edge',
    says: 'Output has no output'
  },
  {
    name: 'nothing at an input',
    document: documentOf(
      network({ 'input-1': vector, 'dense-1': dense(3), 'output-1': species }, 'dense-1 > output-1'),
      onIris
    ),
    problems: ['warning loose-end input-1 out', 'error missing-input dense-1 in'].toSorted(),
    fix: 'Connect input-1 to dense-1',
    says: '“dense-1” gets nothing: connect a block to it'
  },
  {
    name: 'two edges at an input for one',
    document: documentOf(irisNet({ 'input-2': vector }, 'input-2 > dense-1'), onIris),
    problems: ['error surplus-input dense-1 in'],
    fix: 'Remove the edge',
    says: 'takes one edge, but gets 2. Add or Concatenate'
  },
  {
    name: 'no Output',
    document: documentOf(network({ 'input-1': vector, 'dense-1': dense(3) }, 'input-1 > dense-1'), onIris),
    problems: ['error no-output', 'warning loose-end dense-1 out'],
    fix: 'Add an Output after dense-1',
    says: 'There is no Output'
  },
  {
    name: 'a circle that nothing enters',
    document: documentOf(
      network(
        { 'dense-1': dense(3), 'dense-2': dense(3), 'output-1': species },
        'dense-1 > dense-2 > dense-1',
        'dense-2 > output-1'
      ),
      onIris
    ),
    problems: ['error cycle dense-1'],
    says: 'wait for each other in a circle'
  },
  {
    name: 'a circle that data enters',
    document: documentOf(
      network(
        {
          'input-1': vector,
          'add-1': ['add'],
          'dense-1': dense(4),
          'dense-2': dense(3),
          'output-1': species
        },
        'input-1 > add-1 > dense-1 > add-1',
        'dense-1 > dense-2 > output-1'
      ),
      onIris
    ),
    problems: ['error cycle add-1'],
    fix: 'Remove the edge',
    says: '“add-1”, “dense-1” wait for each other'
  },
  {
    name: 'a block that reads itself',
    document: documentOf(
      network(
        { 'input-1': vector, 'add-1': ['add'], 'dense-1': dense(3), 'output-1': species },
        'input-1 > add-1 > add-1 > dense-1 > output-1'
      ),
      onIris
    ),
    problems: ['error cycle add-1'],
    fix: 'Remove the edge',
    says: 'wait for each other in a circle'
  },
  {
    name: 'an image at a Dense',
    document: documentOf(
      network(
        {
          'input-1': image,
          'conv2d-1': ['conv2d', { filters: 32 }],
          'maxPooling2d-1': ['maxPooling2d'],
          'dense-1': ['dense', { units: 10, activation: 'softmax' }, { name: 'Dense' }],
          'output-1': ['output', {}, { name: 'Output' }]
        },
        'input-1 > conv2d-1 > maxPooling2d-1 > dense-1 > output-1'
      ),
      onDigits
    ),
    problems: ['error output-shape output-1'],
    fix: 'Insert Flatten before Dense',
    says: '“Output” expects 10 scores, but gets 13 × 13 × 10: Dense works on each pixel by itself.'
  },
  {
    name: 'an image at a Dense of another size',
    document: documentOf(
      network(
        { 'input-1': image, 'dense-1': dense(64, 'relu'), 'dense-2': dense(5), 'output-1': output },
        'input-1 > dense-1 > dense-2 > output-1'
      ),
      onDigits
    ),
    problems: ['error output-shape output-1'],
    fix: 'Insert Flatten before dense-1, and set dense-2 to 10 units',
    says: 'gets 28 × 28 × 5: dense-1 works on each pixel by itself'
  },
  {
    name: 'an image at an Output',
    document: documentOf(network({ 'input-1': image, 'output-1': output }, 'input-1 > output-1'), onDigits),
    problems: ['error output-shape output-1'],
    fix: 'Insert Flatten and Dense',
    says: 'expects 10 scores, but gets 28 × 28 × 1'
  },
  {
    name: 'a vector at an Output',
    document: documentOf(
      network(
        { 'input-1': image, 'flatten-1': ['flatten'], 'output-1': output },
        'input-1 > flatten-1 > output-1'
      ),
      onDigits
    ),
    problems: ['error output-shape output-1', 'warning head output-1'],
    fix: 'Insert Dense with 10 units',
    says: 'expects 10 scores, but gets 784'
  },
  {
    name: 'as many units as there are no classes',
    document: documentOf(irisNet({ 'dense-1': dense(5) }), onIris),
    problems: ['error output-shape output-1'],
    fix: 'Set dense-1 to 3 units',
    says: 'expects 3 scores, but gets 5: dense-1 has 5 units'
  },
  {
    name: 'the last step of an LSTM that gives every step',
    document: documentOf(
      network(
        {
          'input-1': letters,
          'embedding-1': ['embedding', { vocabulary: 27 }],
          'lstm-1': ['lstm', { returnSequences: true }],
          'dense-1': dense(1, 'sigmoid'),
          'output-1': list
        },
        'input-1 > embedding-1 > lstm-1 > dense-1 > output-1'
      ),
      onNames
    ),
    problems: ['error output-sequence output-1'],
    fix: 'Let lstm-1 return its last result only',
    says: 'expects one answer for a whole sequence, but gets one for each step (time × 1)'
  },
  {
    name: 'attention behind an LSTM',
    document: documentOf(
      network(
        {
          'input-1': letters,
          'embedding-1': ['embedding', { vocabulary: 27 }],
          'lstm-1': ['lstm', { returnSequences: true }],
          'attention-1': ['multiHeadAttention'],
          'dense-1': dense(1, 'sigmoid'),
          'output-1': list
        },
        'input-1 > embedding-1 > lstm-1 > attention-1:query',
        'lstm-1 > attention-1:value',
        'attention-1 > dense-1 > output-1'
      ),
      onNames
    ),
    problems: ['error output-sequence output-1'],
    fix: 'Insert GlobalAveragePooling1D before dense-1',
    says: 'expects one answer for a whole sequence'
  },
  {
    name: 'a target that the dataset lacks',
    document: documentOf(irisNet({ 'output-1': output }), onIris),
    problems: ['error unknown-target output-1 target'],
    fix: 'Set target to species',
    says: 'compares with the field “digit”, but Iris flowers has species'
  },
  {
    name: 'a loss for numbers on classes',
    document: documentOf(
      irisNet({ 'output-1': ['output', { target: 'species', loss: 'meanSquaredError' }] }),
      onIris
    ),
    problems: ['error loss-target output-1 loss', 'warning head output-1'],
    fix: 'Use cross-entropy',
    says: 'Mean squared error does not fit Species, which has 3 classes'
  },
  {
    name: 'scores without a softmax',
    document: documentOf(irisNet({ 'dense-1': dense(3, 'linear') }), onIris),
    problems: ['warning head output-1'],
    fix: 'Add softmax to dense-1',
    says: 'wants softmax at the end'
  },
  {
    name: 'another last activation',
    document: documentOf(irisNet({ 'dense-1': dense(3, 'relu') }), onIris),
    problems: ['warning head output-1'],
    fix: 'Add softmax to dense-1',
    says: 'dense-1 ends in ReLU'
  },
  {
    name: 'no activation between two Dense',
    document: documentOf(
      network(
        { 'input-1': vector, 'dense-1': dense(8, 'linear'), 'dense-2': dense(3), 'output-1': species },
        'input-1 > dense-1 > dense-2 > output-1'
      ),
      onIris
    ),
    problems: ['warning no-activation dense-1 activation'],
    fix: 'Set activation of dense-1 to ReLU',
    says: 'can do no more than one Dense'
  },
  {
    name: 'no activation between two Conv2D',
    document: documentOf(
      network(
        {
          'input-1': image,
          'conv-1': ['conv2d'],
          'pool-1': ['averagePooling2d'],
          'conv-2': ['conv2d', { activation: 'relu' }],
          'flatten-1': ['flatten'],
          'dense-1': dense(10),
          'output-1': output
        },
        'input-1 > conv-1 > pool-1 > conv-2 > flatten-1 > dense-1 > output-1'
      ),
      onDigits
    ),
    problems: ['warning no-activation conv-1 activation'],
    fix: 'Set activation of conv-1 to ReLU',
    says: 'can do no more than one Conv2D'
  },
  {
    name: 'no activation between a Conv2D and a Dense',
    document: documentOf(
      network(
        {
          'input-1': image,
          'conv-1': ['conv2d'],
          'flatten-1': ['flatten'],
          'dense-1': dense(10),
          'output-1': output
        },
        'input-1 > conv-1 > flatten-1 > dense-1 > output-1'
      ),
      onDigits
    ),
    problems: ['warning no-activation conv-1 activation'],
    fix: 'Set activation of conv-1 to ReLU',
    says: 'with “dense-1” behind it the two can do no more than one layer'
  },
  {
    name: 'two Dropouts in a row',
    document: documentOf(
      network(
        {
          'input-1': vector,
          'dense-1': dense(8, 'relu'),
          'drop-1': ['dropout'],
          'drop-2': ['dropout'],
          'dense-2': dense(3),
          'output-1': species
        },
        'input-1 > dense-1 > drop-1 > drop-2 > dense-2 > output-1'
      ),
      onIris
    ),
    problems: ['warning dropout-twice drop-2'],
    fix: 'Remove drop-2',
    says: '“drop-2” follows “drop-1”'
  },
  {
    name: 'a Dropout right before the Output',
    document: documentOf(
      network(
        { 'input-1': vector, 'dense-1': dense(3), 'drop-1': ['dropout'], 'output-1': species },
        'input-1 > dense-1 > drop-1 > output-1'
      ),
      onIris
    ),
    problems: ['warning dropout-last drop-1'],
    fix: 'Remove drop-1',
    says: 'sets answers to 0 at random'
  },
  {
    name: 'a Dropout behind scores without a softmax',
    document: documentOf(
      network(
        { 'input-1': vector, 'dense-1': dense(3, 'linear'), 'drop-1': ['dropout'], 'output-1': species },
        'input-1 > dense-1 > drop-1 > output-1'
      ),
      onIris
    ),
    problems: ['warning head output-1', 'warning dropout-last drop-1'],
    fix: 'Add softmax to dense-1',
    says: 'dense-1 ends in no activation'
  },
  {
    name: 'a normalisation behind the softmax',
    document: documentOf(
      network(
        { 'input-1': vector, 'dense-1': dense(3), 'norm-1': ['batchNormalization'], 'output-1': species },
        'input-1 > dense-1 > norm-1 > output-1'
      ),
      onIris
    ),
    problems: ['warning norm-last norm-1'],
    fix: 'Remove norm-1',
    says: 'turns probabilities into other numbers'
  },
  {
    name: 'a normalisation before the Output, and no softmax',
    document: documentOf(
      network(
        {
          'input-1': vector,
          'dense-1': dense(3, 'relu'),
          'norm-1': ['layerNormalization'],
          'output-1': species
        },
        'input-1 > dense-1 > norm-1 > output-1'
      ),
      onIris
    ),
    problems: ['warning head output-1'],
    fix: 'Insert Activation before output-1',
    says: 'norm-1 ends in no activation'
  },
  {
    name: 'a softmax of a softmax',
    document: documentOf(
      network(
        {
          'input-1': vector,
          'dense-1': dense(3),
          'activation-1': ['activation', { function: 'softmax' }],
          'output-1': species
        },
        'input-1 > dense-1 > activation-1 > output-1'
      ),
      onIris
    ),
    problems: ['warning activation-twice activation-1'],
    fix: 'Remove activation-1',
    says: 'the second Softmax in a row, behind “dense-1”'
  },
  {
    name: 'probabilities where numbers are wanted',
    document: documentOf(measured('softmax'), onIris),
    problems: ['warning head output-1'],
    fix: 'Take the activation off dense-1',
    says: 'dense-1 ends in Softmax, whose results lie between 0 and 1'
  },
  {
    name: 'a last activation that cuts off what numbers go below 0',
    document: documentOf(measured('relu'), onIris),
    problems: ['warning head-range output-1'],
    fix: 'Take the activation off dense-1',
    says: 'dense-1 ends in ReLU, whose results are never below 0, but Measurements has numbers below and above'
  },
  {
    name: 'a vocabulary that is too small',
    document: documentOf(
      network(
        {
          'input-1': letters,
          'embedding-1': ['embedding', { vocabulary: 20 }],
          'lstm-1': ['lstm'],
          'dense-1': dense(1, 'sigmoid'),
          'output-1': list
        },
        'input-1 > embedding-1 > lstm-1 > dense-1 > output-1'
      ),
      onNames
    ),
    problems: ['error vocabulary embedding-1 vocabulary'],
    fix: 'Set vocabulary to 27',
    says: '“embedding-1” knows 20 tokens, but Letters has 27'
  },
  {
    name: 'tensors of two shapes at an Add',
    document: documentOf(
      irisNet({ 'add-1': ['add'], 'output-2': species }, 'input-1 > add-1', 'dense-1 > add-1 > output-2'),
      onIris
    ),
    problems: ['error types add-1 in'],
    says: 'Add needs inputs of one shape, but gets 4 and 3'
  },
  {
    name: 'a Flatten of sequences with padding',
    document: documentOf(
      network(
        {
          'input-1': letters,
          'embedding-1': ['embedding', { vocabulary: 27 }],
          'flatten-1': ['flatten'],
          'dense-1': dense(1, 'sigmoid'),
          'output-1': list
        },
        'input-1 > embedding-1 > flatten-1 > dense-1 > output-1'
      ),
      onNames
    ),
    problems: ['error types flatten-1 in'],
    fix: 'Use GlobalAveragePooling1D instead',
    says: 'Flatten would mix padding with words'
  },
  {
    name: 'weights shared by two that differ',
    document: documentOf(
      network(
        {
          'input-1': vector,
          'dense-1': dense(4, 'relu'),
          'dense-2': ['dense', { units: 3, activation: 'softmax' }, { weightsOf: 'dense-1' }],
          'output-1': species
        },
        'input-1 > dense-1 > dense-2 > output-1'
      ),
      onIris
    ),
    problems: ['error shared-weights dense-2'],
    fix: 'Give dense-2 weights of its own',
    says: '“dense-2” shares the weights of “dense-1”'
  },
  {
    name: 'a group without a definition',
    document: documentOf(
      network(
        { 'input-1': vector, 'group-1': ['group', { network: 'net-lost' }], 'output-1': species },
        'input-1 > group-1:groupInput-1',
        'group-1:groupOutput-1 > output-1'
      ),
      onIris
    ),
    problems: ['error no-definition group-1 network'],
    says: 'uses the group “net-lost”'
  },
  {
    name: 'a group whose definition is gone, where there is another one',
    document: documentOf(
      network(
        { 'input-1': vector, 'group-1': ['group', { network: 'net-lost' }], 'output-1': species },
        'input-1 > group-1:groupInput-1',
        'group-1:groupOutput-1 > output-1'
      ),
      {
        ...onIris,
        definitions: {
          'net-half': network(
            { 'groupInput-1': ['groupInput'], 'dense-1': dense(3), 'groupOutput-1': ['groupOutput'] },
            'groupInput-1 > dense-1 > groupOutput-1'
          )
        }
      }
    ),
    problems: ['error no-definition group-1 network'],
    fix: 'Use the group net',
    says: 'uses the group “net-lost”'
  },
  {
    name: 'a group that can’t be repeated',
    document: documentOf(
      network(
        { 'input-1': vector, 'group-1': ['group', { network: 'net-half', repeat: 3 }], 'output-1': species },
        'input-1 > group-1:groupInput-1',
        'group-1:groupOutput-1 > output-1'
      ),
      {
        ...onIris,
        definitions: {
          'net-half': network(
            { 'groupInput-1': ['groupInput'], 'dense-1': dense(3), 'groupOutput-1': ['groupOutput'] },
            'groupInput-1 > dense-1 > groupOutput-1'
          )
        }
      }
    ),
    problems: ['error repeat group-1 repeat'],
    fix: 'Set repeat to 1',
    says: 'is repeated 3 times, so it must give what it takes; it takes 4 and gives 3'
  },
  {
    name: 'an optimizer of another version',
    document: documentOf(irisNet({}), {
      ...onIris,
      training: { ...training, optimizer: { type: 'lion', params: {} } }
    }),
    problems: ['error optimizer optimizer'],
    fix: 'Use Adam',
    says: 'no optimizer “lion”; it has adam, adamw,'
  },
  ...[0, -1, 1e9].map((rate): Row => ({
    name: `a learning rate of ${rate}`,
    document: documentOf(irisNet({}), {
      ...onIris,
      training: { ...training, optimizer: { type: 'adam', params: { learningRate: rate } } }
    }),
    problems: ['error optimizer learningRate'],
    fix: rate > 0 ? 'Set it to 10' : 'Set it to 0.001',
    says: `Learning rate must be a number above 0 to 10, got ${rate}`
  })),
  ...(
    [
      ['adam', 0.5, 0.001, 'so large that the loss will hardly settle'],
      ['adam', 1e-8, 0.001, 'so small that it will hardly learn'],
      ['sgd', 3, 0.01, 'SGD is most often given about 0.01']
    ] as const
  ).map(([type, rate, usual, says]): Row => ({
    name: `a learning rate of ${rate} for ${type}`,
    document: documentOf(irisNet({}), {
      ...onIris,
      training: { ...training, optimizer: { type, params: { learningRate: rate } } }
    }),
    problems: ['warning learning-rate learningRate'],
    fix: `Set the learning rate to ${usual}`,
    says
  })),
  {
    name: 'a batch larger than the data',
    document: documentOf(irisNet({}), { ...onIris, training: { ...training, batch: 91 } }),
    problems: ['error batch batch'],
    fix: 'Set the batch to 32',
    says: 'The batch is 91, but there are 90 samples to learn from'
  },
  {
    name: 'no batch',
    document: documentOf(irisNet({}), { training: { ...training, batch: 0 } }),
    problems: ['warning no-data', 'error batch batch'].toSorted(),
    fix: 'Set the batch to 32',
    says: ''
  },
  {
    name: 'no epochs',
    document: documentOf(irisNet({}), { ...onIris, training: { ...training, epochs: 0 } }),
    problems: ['error epochs epochs'],
    fix: 'Set it to 5',
    says: 'There must be 1 to 100000 epochs, got 0'
  },
  ...layerMistakes()
]

/** What a block says of what it is given, and the way out that it knows. */
function layerMistakes(): readonly Row[] {
  const mistake = (
    name: string,
    source: BriefBlock,
    block: BriefBlock,
    rest: Pick<Row, 'says' | 'fix' | 'next'>
  ): Row => ({
    name,
    document: documentOf(
      network({ 'input-1': source, 'block-1': block, 'output-1': output }, 'input-1 > block-1 > output-1')
    ),
    problems: ['error types block-1 in', 'warning no-data'],
    ...rest
  })
  const tokens = (...shape: (number | null)[]): BriefBlock => ['input', { shape, dtype: 'int32' }]
  return [
    mistake('token ids at a Dense', tokens(6), ['dense'], {
      says: 'gets token ids',
      fix: 'Insert Embedding before block-1',
      next: ['output-sequence']
    }),
    mistake('token ids at an LSTM', tokens(null), ['lstm'], {
      says: 'gets token ids',
      fix: 'Insert Embedding before block-1'
    }),
    mistake('images of token ids at a Dense', tokens(6, 6), ['dense'], { says: 'gets token ids' }),
    mistake('a window that is too large', ['input', { shape: [2, 2, 1] }], ['conv2d'], {
      says: 'A 3 × 3 window does not fit into 2 × 2',
      fix: 'Set padding to same'
    }),
    mistake('pooling of what is small', ['input', { shape: [1, 1, 1] }], ['maxPooling2d'], {
      says: 'small enough already',
      fix: 'Set padding to same'
    }),
    mistake('Flatten of an open length', ['input', { shape: [null, 3] }], ['flatten'], {
      says: 'Flatten needs a fixed size, but gets time × 3',
      fix: 'Use GlobalAveragePooling1D instead'
    }),
    mistake('Flatten of open length alone', ['input', { shape: [null] }], ['flatten'], {
      says: 'Flatten needs a fixed size, but gets time'
    })
  ]
}

describe('problems', () => {
  it.each(rows.map(row => [row.name, row] as const))('%s', (_, { document, problems, fix, says }) => {
    const analysis = analyseOnce(document)
    expect(briefly(analysis).toSorted()).toEqual(problems.toSorted())
    expect(analysis.problems.map(problem => problem.message).join('\n')).toContain(says)
    expect(analysis.problems.find(problem => problem.fix)?.fix?.label).toBe(fix)
  })

  const fixes = rows.flatMap(({ name, document, next = [] }) =>
    analyseOnce(document).problems.flatMap(problem =>
      problem.fix ? [[name, problem.fix.label, document, problem, next] as const] : []
    )
  )
  it.each(fixes)('%s: “%s” mends it and breaks nothing', (_, _label, document, problem, next) => {
    if (!problem.fix) throw new Error('no fix')
    const before = analyseOnce(document).problems.filter(isError)
    const after = analyseOnce(edited(document, ...fixEdits(document, problem.fix))).problems
    expect(after.map(keyOf)).not.toContain(keyOf(problem))
    const added = after.filter(isError).filter(error => !before.some(old => keyOf(old) === keyOf(error)))
    expect(added.filter(error => !next.includes(error.code)).map(error => error.message)).toEqual([])
  })

  it('are explained by reasons that all belong to one', () => {
    const reasons = rows.flatMap(row =>
      analyseOnce(row.document).problems.map(({ why, code }) => why ?? code)
    )
    expect(Object.keys(why).filter(id => !reasons.includes(id))).toEqual([])
    // They stand beside the block, where there is little room.
    expect(Object.values(why).filter(text => text.length > 210)).toEqual([])
  })

  it('have a row each', () => {
    const folder = new URL('.', import.meta.url).pathname
    const sources = ['.', 'rules'].flatMap(part =>
      readdirSync(join(folder, part))
        .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map(file => readFileSync(join(folder, part, file), 'utf8'))
    )
    const codes = sources.flatMap(text => [...text.matchAll(/^\s+code: '([\w-]+)'/gm)].map(match => match[1]))
    const shown = rows.flatMap(row => row.problems.map(problem => problem.split(' ')[1]))
    expect(new Set(codes).size).toBeGreaterThan(20)
    expect(codes.filter(code => !shown.includes(code))).toEqual([])
  })
})

const keyOf = ({ code, place, message }: Problem): string => JSON.stringify([code, place, message])
