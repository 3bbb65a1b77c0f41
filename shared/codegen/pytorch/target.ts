import { writeSafetensors } from '../../formats/safetensors'
import { createTarget } from '../create-target'
import { pytorchParts } from './parts'
import { pytorchScript, WEIGHTS_FILE } from './script'
import { stateDict } from './state-dict'

export const pytorchTarget = createTarget({
  id: 'pytorch',
  label: 'PyTorch',
  summary: 'PyTorch 2, on a graphics card where there is one',
  requirements: ['torch==2.13.0', 'numpy==2.4.6', 'safetensors==0.8.0'],
  weightsFile: WEIGHTS_FILE,
  program: source => {
    const script = pytorchScript(source)
    return {
      statements: script.statements,
      parts: ({ hasWeights }) => pytorchParts(source, script, hasWeights),
      weights: weights => writeSafetensors(stateDict(script.root, script.definitions, weights))
    }
  }
})
