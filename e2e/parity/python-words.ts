import fc from 'fast-check'

export const word = fc.constantFrom(
  'x',
  'y',
  'self',
  'model',
  'history',
  'batch_size',
  'learning_rate',
  'validation_split',
  'train_images',
  'hidden_representation',
  'torch',
  'device',
  'embedding_dimension_of_the_encoder'
)
export const dotted = fc.constantFrom(
  'layers.Dense',
  'nn.Conv2d',
  'torch.tensor',
  'self.encoder',
  'model.fit',
  'np.load',
  'keras.losses.SparseCategoricalCrossentropy',
  'self.attention_over_the_time_axis.forward'
)

/** Strings that people and attackers put into names. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', '\r', '{', '}', '#', 'a', ' '), maxLength: 12 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map(codes => String.fromCharCode(...codes)),
  fc.constantFrom(
    '"""',
    "'''",
    '\u2028',
    '\ud800',
    '\udc00x',
    '\u202e',
    '\0',
    '# fmt: off',
    '{x}',
    '%s',
    '名前'
  )
)
export const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('relu', 'same', 'val_accuracy', 'Accuracy on the test set') },
  { weight: 1, arbitrary: hostileText }
)

export const number = fc.oneof(
  fc.integer({ min: -3, max: 1024 }),
  fc.constantFrom(0.5, -0.25, 1e-7, 1e22, 2 ** 53, 0.001, NaN, Infinity, -Infinity, -0)
)
