import { writeSafetensors } from '../../formats/safetensors'
import { exportFiles } from '../export'
import { printModule } from '../python/print'
import type { Target } from '../target'
import { pytorchScript, WEIGHTS_FILE } from './script'
import { stateDict } from './state-dict'

export const pytorchTarget: Target = {
  id: 'pytorch',
  label: 'PyTorch',
  summary: 'PyTorch 2, on a graphics card where there is one',
  model: source => printModule(pytorchScript(source).statements),
  files: source =>
    exportFiles(source, {
      framework: 'PyTorch',
      requirements: ['torch==2.13.0', 'numpy==2.4.6', 'safetensors==0.8.0'],
      weightsFile: WEIGHTS_FILE,
      write: (model, weights) => {
        const { statements, root, definitions } = pytorchScript(model)
        return {
          module: printModule(statements),
          weights: weights && writeSafetensors(stateDict(root, definitions, weights))
        }
      }
    })
}
