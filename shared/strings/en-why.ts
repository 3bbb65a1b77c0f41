/**
 * Why something is a problem, for those who want to know: by the code of the problem, or by the reason that it names.
 * A few lines each, since they stand beside the block.
 */
export const why = {
  'no-data':
    'A network learns from samples: it answers, compares with the right answer, and changes its weights a little. Without samples there is nothing to compare with.',
  'unknown-field': 'An Input hands one field of each sample to the network, so the dataset must have it.',
  'input-shape':
    'The first layer has a weight for each number that comes in; a sample of another shape does not fit them.',
  'input-dtype':
    'Token ids are names that happen to be written as numbers; measurements are amounts. Layers must know which of the two they get.',
  'output-shape':
    'The answer is compared with the right one number by number. For classes that takes one score for each class.',
  'output-sequence':
    'A sample has one right answer, but here each step of the sequence gives its own. Something must make one of them: the last step, or their mean.',
  'output-tokens': 'An answer is computed from weights; without weights before it nothing can learn.',
  'loss-target':
    'Class 3 is not “one more” than class 2. Cross-entropy asks how likely the right class was, squared error how far off a number is: each kind of answer has its own measure.',
  head: 'Softmax makes scores into probabilities that add up to 1, sigmoid does so for a single score. Cross-entropy compares probabilities; numbers such as a price must not be squeezed into them.',
  'head-range':
    'Before training, this field is shifted and scaled so that its mean is 0. Values on the far side are out of reach for such an activation, however long it trains.',
  'no-activation':
    'Each of the two only adds up inputs times weights: straight lines. Straight lines of straight lines are straight again, so the second adds nothing. ReLU between them makes a bend.',
  'dropout-twice':
    'Each sets a random part of the numbers to 0. A single Dropout of a higher rate does the same, and says it plainly.',
  'dropout-last':
    'Inside, other units make up for what is dropped. At the end nothing does, so the answer itself is wrong at random.',
  'norm-last':
    'Probabilities lie between 0 and 1 and add up to 1. Shifted and scaled they no longer do, and the loss expects that they do.',
  'activation-twice':
    'What comes out of the first lies between 0 and 1. To the second, such small scores are almost alike: a sure answer becomes unsure, and learning slows down.',
  vocabulary:
    'An Embedding is a table with one row for each token id. For an id beyond the last row there is nothing to look up.',
  'learning-rate':
    'After each batch every weight moves a step against its error; the rate says how far. Steps too large jump over the valley again and again, steps too small never get there.',
  batch: 'A batch is taken from the training samples, so it can’t hold more than there are.',
  cycle:
    'Each block is computed from those before it. In a circle each waits for the others, and none can begin.',
  'loose-end':
    'Training goes back from the Output through all that the answer came from. What leads to no Output has no part in it, so its weights would never change.',
  'surplus-input':
    'A layer computes with one tensor. Which of two it should take, it can’t know: Add or Concatenate says how they come together.',
  repeat: 'When repeated, a group takes its own result as its next input, so both must have one shape.',
  'shared-weights': 'The same weights serve two blocks only where both need just as many, in the same order.',
  'token-ids':
    'An id is a name, not an amount: token 8 is not twice token 4. An Embedding learns a list of numbers for each token, and with these a layer can compute.',
  'padding-mixed':
    'Short sequences are filled up to the length of the longest; a mask says which steps are real. Here all steps go into one, where the mask can’t follow.',
  'open-length':
    'Sequences differ in length, but the next layer has a fixed number of weights. A mean over time has the same size for any length.',
  window:
    'A window has to lie inside the image at least once. Padding “same” adds a border of zeros, so that it always does.',
  'one-shape': 'Numbers are added one by one, so each needs its partner at the same place.'
} as const

export type WhyId = keyof typeof why
