export const home = {
  title: 'What shall it learn?',
  lead: 'Build a neural network out of blocks, train it here on your machine, take the code with you.',
  examples: 'Begin with an example',
  kinds: { mlp: 'MLP', cnn: 'CNN', rnn: 'RNN', attention: 'Attention' },
  parameters: (count: string) => `${count} parameters`,
  takes: (time: string) => `about ${time}`,
  begin: 'Begin anew',
  blank: 'Empty canvas',
  blankSummary: 'Put the blocks together yourself.',
  open: 'Open a file',
  openSummary: 'Or drop it anywhere in this window.',
  back: (name: string) => `Back to ${name}`,
  recent: 'Recent files',
  forget: (name: string) => `Remove ${name} from the list`,
  drop: 'Drop to open',
  dropHint: 'A .blockprop file'
}
