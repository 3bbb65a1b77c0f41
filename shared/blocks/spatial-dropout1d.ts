import { spatialDropoutBlock } from './spatial-dropout'

export const spatialDropout1d = spatialDropoutBlock({
  axes: 1,
  aliases: ['drop out', 'channel dropout', 'feature dropout', 'regularisation'],
  tasks: ['overfitting', 'text', 'sequence', 'time series', 'generalisation'],
  summary:
    'While training, sets random features of a sequence to 0 at all steps at once and scales up the rest. Afterwards it does nothing.',
  use: 'In place of Dropout in a sequence: there a step is much like the next, and would tell what was dropped.'
})
