import { shell } from '../prose'
import { printModule } from '../python/print'
import type { ProgramForm, Setting } from './form'

export const script: ProgramForm = {
  id: 'script',
  file: 'model.py',
  remark: '',
  usage,
  write: ({ statements }) => printModule(statements).text
}

function usage({ source, framework: { weightsFile }, hasWeights }: Setting): readonly string[] {
  if (!source.data) return ['Show the network:', '', ...shell('python model.py')]
  const train = ['Train the network, then test it:', '', ...shell('python model.py')]
  if (!hasWeights) return train
  return [
    ...train,
    '',
    'Test the weights that came along, or train on from them:',
    '',
    ...shell(`python model.py --weights ${weightsFile}`, `python model.py --weights ${weightsFile} --train`)
  ]
}
