import { spatialDropoutBlock } from './spatial-dropout'

export const spatialDropout2d = spatialDropoutBlock({
  axes: 2,
  aliases: ['drop out', 'channel dropout', 'feature map dropout', 'regularisation'],
  tasks: ['overfitting', 'image', 'computer vision', 'generalisation'],
  summary:
    'While training, sets random channels of an image to 0 as a whole and scales up the rest. Afterwards it does nothing.',
  use: 'In place of Dropout between convolutions: there a pixel is much like the next, and would tell what was dropped.'
})
