export const trying = {
  label: 'Ways of trying it',
  views: {
    ask: 'Ask',
    samples: 'Held-out samples',
    matrix: 'Confusion matrix',
    boundary: 'Decision boundary',
    truth: 'Prediction and truth'
  },

  untrained: 'What has it learned?',
  untrainedHint: 'Train the network first. Then, here:',
  promises: {
    ask: 'Ask it yourself: draw, type or set numbers, and see how sure it is.',
    samples: 'See samples that it never learned from: which it gets right, and its surest mistakes.',
    matrix: 'See what it takes for what, class by class.'
  },
  failed: 'The training stopped',
  failedHint: 'There is nothing to ask yet. Mend what went wrong, then train again.',
  loading: 'Loading the trained network…',
  noModel: 'There is no trained network to ask.',

  unsupported: 'This network can’t be asked',
  noData: 'The data that it learned from is not at hand. Choose a dataset in its place and train again.',
  noField:
    'One of its Inputs reads something that the data does not have. Choose what it reads in the inspector, then train again.',
  noOutput:
    'None of its Outputs names classes or numbers of the data. Choose a target for an Output in the inspector, then train again.',

  pad: 'Pad to draw a digit on',
  padKeys: 'Arrow keys move the pen, Space puts it down or lifts it.',
  clear: 'Clear',
  seen: 'What the network sees',
  drawHint: 'Draw with the mouse, a pen or a finger.',
  probabilities: 'Probabilities',
  others: (count: number) => `and ${count} more`,
  letters: 'Type a word',
  words: 'Type some words',
  lettersHint: (length: number) => `Up to ${length} letters.`,
  wordsHint: (length: number) => `Up to ${length} words; those that it does not know are left out.`,
  numbers: 'Numbers to ask about',
  range: (from: string, to: string) => `${from} to ${to}`,
  notANumber: 'Type a number.',
  outside: 'Beyond all that it has seen: take the answer with care.',
  take: 'Take a held-out sample',
  takeNext: 'Take another one',
  takeHint: 'Take a sample that it never learned from, and see what it says.',
  taken: (row: number) => `Sample ${row.toLocaleString('en')}`,
  isReally: (truth: string) => `in truth: ${truth}`,
  nothingHeldOut: 'No sample is held out. Give the validation or the test some in “Data”, then train again.',
  answer: 'Answer',

  heldOut: 'Held-out samples',
  heldOutShort: 'Held out',
  rightOf: (right: number, total: number) => `${right.toLocaleString('en')} / ${total.toLocaleString('en')}`,
  rightOfHelp: (right: number, total: number) =>
    `${right.toLocaleString('en')} right of ${total.toLocaleString('en')} samples that it never learned from`,
  asking: 'Asking the network…',
  filter: 'Which samples',
  filters: { all: 'All', wrong: 'Wrong', right: 'Right' },
  takenFor: (truth: string, guess: string) =>
    truth === guess ? `${truth}, recognised` : `${truth}, taken for ${guess}`,
  showAll: 'Show all classes again',
  countOf: (count: number, total: number) =>
    count === total
      ? `${total.toLocaleString('en')} samples`
      : `${count.toLocaleString('en')} of ${total.toLocaleString('en')}`,
  previous: 'Previous page',
  next: 'Next page',
  noneOfThese: 'None of these.',
  noneWrong: 'Not one mistake among them.',
  closer: 'A closer look',
  row: (row: number) => `Sample ${row.toLocaleString('en')}`,
  rightSample: (truth: string) => `${truth}, right`,
  wrongSample: (truth: string, guess: string) => `${truth}, taken for ${guess}`,

  matrix: 'Confusion matrix',
  truth: 'Truth',
  guess: 'taken for',
  recall: 'Recall',
  recallHelp: 'Of all that are of this class, the share that it recognised.',
  precision: 'Precision',
  precisionHelp: 'Of all that it took for this class, the share that really is.',
  cell: (count: number, truth: string, guess: string, right: boolean) =>
    right
      ? `${count.toLocaleString('en')} × ${truth}, recognised`
      : `${count.toLocaleString('en')} × ${truth}, taken for ${guess}`,
  matrixHint: 'Each row is a true class. Press a number to see its samples.',

  plane: (x: string, y: string) => `Plane of ${x} and ${y}: arrow keys move a crosshair`,
  planeHint: 'Point at the plane, or move over it with the arrow keys, to see how sure it is there.',
  at: (x: string, y: string) => `${x}, ${y}`,
  spoken: (place: string, name: string, share: string) => `${place}: ${name}, ${share}`,
  learnedFrom: 'learned from',
  heldOutOf: 'held out',
  missed: 'held out, wrong',

  scatter: (column: string) => `Prediction and truth of ${column}`,
  predicted: 'Predicted',
  meanError: 'Mean error',
  meanErrorHelp: 'How far its predictions are off, on average.',
  scatterHint: 'Each dot is a sample that it never learned from: on the line it is exactly right.',
  column: 'Column'
}
