import { writeNpz } from '../../formats/npz'
import { createTarget } from '../create-target'
import { kerasParts } from './parts'
import { kerasScript, WEIGHTS_FILE } from './script'
import { layerWeights } from './weights'

export const kerasTarget = createTarget({
  id: 'keras',
  label: 'Keras',
  summary: 'Keras 3, on PyTorch, TensorFlow or JAX',
  requirements: ['keras==3.15.1', 'torch==2.13.0', 'numpy==2.4.6'],
  weightsFile: WEIGHTS_FILE,
  program: source => {
    const script = kerasScript(source)
    return {
      statements: script.statements,
      parts: ({ hasWeights }) => kerasParts(source, script, hasWeights),
      weights: weights => writeNpz(layerWeights(script.root, script.definitions, weights))
    }
  }
})
