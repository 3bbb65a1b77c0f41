export const training = {
  data: 'Data',
  optimizer: 'Optimizer',
  batch: 'Batch',
  batchHelp: 'How many samples it looks at before each small step.',
  epochs: 'Epochs',
  epochsHelp: 'How often it goes through all the training data.',
  seed: 'Seed',
  seedHelp: 'The same seed gives the same start and the same order of samples.',
  backend: 'Engine',
  backends: {
    auto: 'Best there is',
    webgl: 'WebGL (graphics card)',
    wasm: 'WebAssembly',
    cpu: 'Plain JavaScript'
  },
  notWhole: (label: string) => `${label} must be a whole number.`,
  more: 'More',
  loss: 'Loss',
  accuracy: 'Accuracy',
  error: 'Mean error',
  train: 'train',
  validation: 'validation',
  lossHelp: 'How far off the answers are: it should fall.',
  accuracyHelp: 'The share of right answers.',
  scores: 'Scores',
  epoch: 'Epoch',
  epochOf: (epoch: number, epochs: number) => `Epoch ${epoch} of ${epochs}`,
  epochsDone: (epoch: number, epochs: number) => `${epoch} of ${epochs} epochs`,
  secondsLeft: (time: string) => `${time} left`,
  doneIn: (time: string) => `done in ${time}`,
  stoppedAfter: (time: string) => `stopped after ${time}`,
  speed: 'Speed',
  samplesPerSecond: (count: string) => `${count} samples/s`,
  test: 'Test',
  testHelp: 'On samples that it never saw.',
  progress: 'Progress of the training',
  starting: 'Starting…',
  pausedAt: 'paused',
  idle: 'Press Train, and watch the loss fall.',
  noData: 'Choose the data to learn from, then press Train.',
  failed: 'The training stopped',
  showBlock: (name: string) => `Show ${name}`,
  again: 'Train again',
  died: 'The training process ended unexpectedly.',
  diedAdvice:
    'Your network is as it was. Train again; if it happens again, try a smaller batch or another engine.',
  cantStart: (why: string) => `The training process did not start: ${why}`,
  badMessage: 'A message from the training process could not be read.',
  kept: 'It is trained already: ask it in “Try”. Train begins anew.',
  changed: 'The network has changed since this run.'
}

export const code = {
  copy: 'Copy',
  copied: 'Copied',
  cantCopy: 'The browser did not allow to copy. Select the code and press Ctrl+C.',
  notYet: 'Once these problems are gone, the code stands here.'
}

export const trying = {
  pad: 'Pad to draw a digit on',
  clear: 'Clear',
  seen: 'What the network sees',
  untrained: 'Train the network first, then draw a digit here.',
  unsupported: 'There is no form for this kind of data yet.',
  probabilities: 'Probabilities',
  text: 'Type a name',
  drawHint: 'Draw with the mouse, a pen or a finger.',
  loading: 'Loading the trained network…',
  noModel: 'There is no trained network to ask.'
}
