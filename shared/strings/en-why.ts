/** Why something is a problem, for those who want to know: by the code of the problem, or by the reason that it names. */
export const why = {
  'no-data':
    'A network learns from samples: it answers, compares its answer with the right one, and changes its weights a little. Without samples there is nothing to compare with.',
  'unknown-field': 'An Input hands one field of each sample to the network, so the field must be there.',
  'input-shape':
    'The first layer has a weight for each number that comes in. A sample of another shape would not fit them.',
  'input-dtype':
    'Token ids are names that happen to be written as numbers; measurements are amounts. Layers must know which of the two they are given.',
  'output-shape':
    'The loss compares the answer with the right one, number by number. For classes that is one score for each class, so as many scores must arrive as there are classes.',
  'output-sequence':
    'The dataset has one right answer for each sample, but here each step of the sequence gives an answer of its own. Something has to make one out of them: the last step, or their mean.',
  'output-tokens': 'An answer must be computed from weights, or there would be nothing that can learn.',
  'loss-target':
    'Cross-entropy measures how much probability went to the right class. Squared error measures how far off a number is. Class 3 is not “one more” than class 2, so each kind of answer needs its own measure.',
  head: 'Softmax makes scores into probabilities that add up to 1; sigmoid does so for one score. Cross-entropy is computed from probabilities, and answers can then be read as such. Numbers that are not probabilities, such as a price, must not be squeezed between 0 and 1.',
  'head-range':
    'Before training, this field is shifted and scaled so that its mean is 0: half of its values lie below 0. An activation that never goes there makes an error that no training can mend.',
  'no-activation':
    'Such a layer adds up its inputs times weights: it draws straight lines. A straight line through a straight line is a straight line again, so the second layer adds nothing. A bend between the two, such as ReLU, is what makes deep networks able to do more.',
  'dropout-twice':
    'Each sets a random part of the numbers to 0. One after the other they do what a single Dropout of a higher rate does, only less plainly.',
  'dropout-last':
    'Dropout keeps hidden units from relying on each other. At the end there is nothing behind it that could make up for what is missing, so the answer itself is wrong at random.',
  'norm-last':
    'Probabilities lie between 0 and 1 and add up to 1. Shifted and scaled they do not, and the loss is computed from something that it does not expect.',
  'activation-twice':
    'What comes out of the first lies between 0 and 1. To the second, such small scores are all about the same, so that even a sure answer becomes an unsure one, and learning slows down.',
  vocabulary:
    'An Embedding is a table with one row for each token id. An id beyond the last row has nothing to be looked up.',
  'learning-rate':
    'After each batch, every weight moves a step against its error; the learning rate says how far. Steps that are too large jump over the valley again and again, those that are too small never get there.',
  batch: 'A batch is taken out of the training samples, so it can’t hold more than there are.',
  cycle:
    'Each block is computed from those before it. In a circle each would have to wait for all the others, and none could begin.',
  'loose-end':
    'Training goes back from the Output through all that the answer was computed from. What leads to no Output has no part in the answer, so its weights would never change.',
  'surplus-input':
    'A layer multiplies one tensor by its weights. Which of two it should take, it can’t know: Add or Concatenate says how they come together.',
  repeat:
    'Repeated, a group is given its own result as the next input. That works only if the two are of one shape.',
  'shared-weights':
    'The same weights can be used twice only where both blocks need just as many, in the same order.',
  'token-ids':
    'An id is a name, not an amount: token 8 is not twice token 4. An Embedding has a list of numbers for each token, learned so that tokens which are used alike have numbers alike. With these a layer can compute.',
  'padding-mixed':
    'Short sequences are filled up to the length of the longest. A mask says which steps are real. Here all steps go into one, and the mask can’t follow.',
  'open-length':
    'Sequences of different length have a different number of values, but the next layer has a fixed number of weights. A mean over time is of the same size for any length.',
  window:
    'A window has to lie inside the image at least once. Padding “same” adds a border of zeros, so that it always does.',
  'one-shape': 'Numbers are added one by one, so each needs its partner at the same place.'
} as const

export type WhyId = keyof typeof why
