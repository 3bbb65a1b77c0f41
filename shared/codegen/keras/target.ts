import { exportFiles } from '../export'
import { printModule } from '../python/print'
import type { Target } from '../target'
import { kerasScript, WEIGHTS_FILE } from './script'
import { layerWeights } from './weights'
import { writeNpz } from '../../formats/npz'

export const kerasTarget: Target = {
  id: 'keras',
  label: 'Keras',
  summary: 'Keras 3, on PyTorch, TensorFlow or JAX',
  model: source => printModule(kerasScript(source).statements),
  files: source =>
    exportFiles(source, {
      framework: 'Keras',
      requirements: ['keras==3.15.1', 'torch==2.13.0', 'numpy==2.4.6'],
      weightsFile: WEIGHTS_FILE,
      write: (model, weights) => {
        const { statements, root, definitions } = kerasScript(model)
        return {
          module: printModule(statements),
          weights: weights && writeNpz(layerWeights(root, definitions, weights))
        }
      }
    })
}
