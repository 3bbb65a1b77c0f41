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
