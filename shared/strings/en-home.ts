export const home = {
  title: 'What shall it learn?',
  lead: 'Build a neural network out of blocks, train it here on your machine, take the code with you.',
  examples: 'Begin with an example',
  blank: 'Empty canvas',
  blankSummary: 'Put the blocks together yourself.',
  open: 'Open a file',
  openSummary: 'A .blockprop file from this machine.',
  back: (name: string) => `Back to ${name}`
}
