import { spatialDropoutBlock } from './spatial-dropout'

export const spatialDropout3d = spatialDropoutBlock({
  axes: 3,
  aliases: ['drop out', 'channel dropout', 'feature map dropout', 'regularisation'],
  tasks: ['overfitting', 'volume', 'video', 'medical scan', 'generalisation'],
  summary:
    'While training, sets random channels of a volume to 0 as a whole and scales up the rest. Afterwards it does nothing.',
  use: 'In place of Dropout in a volume or a video: there each place is much like the next, and would tell what was dropped.'
})
