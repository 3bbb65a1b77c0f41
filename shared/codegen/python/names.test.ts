import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtins, isIdentifier, keywords } from './identifiers'
import { createNames, pascalCase, snakeCase } from './names'

test.each([
  ['Dense (1)', 'dense_1', 'Dense1'],
  ['MaxPooling2D', 'max_pooling2d', 'MaxPooling2D'],
  ['batch_norm', 'batch_norm', 'BatchNorm'],
  ['my LSTM', 'my_lstm', 'MyLSTM'],
  ['ﬁt²', 'fit2', 'Fit2'],
  ['Größe', 'grosse', 'Grosse'],
  ['2nd layer', 'block_2nd_layer', 'Block2ndLayer'],
  ['名前', 'block', 'Block'],
  ['', 'block', 'Block'],
  ['__init__', 'init', 'Init'],
  ['x"); import os; os.system("rm', 'x_import_os_os_system_rm', 'XImportOsOsSystemRm'],
  ['\ud800\u202e\0', 'block', 'Block'],
  ['word '.repeat(20), 'word_word_word_word_word_word_word_word', 'Word'.repeat(10)]
])('%j becomes %s and %s', (wanted, snake, pascal) => {
  expect([snakeCase(wanted), pascalCase(wanted)]).toEqual([snake, pascal])
})

test('names are numbered in the order they are asked for', () => {
  const names = createNames(['model'])
  const wanted = ['Dense', 'dense', 'DENSE', 'model', 'Input', 'input', 'self', 'lambda', 'dense 2', 'match']
  expect(wanted.map(names.unique)).toEqual([
    'dense',
    'dense_2',
    'dense_3',
    'model_2',
    'input_',
    'input_2',
    'self_',
    'lambda_',
    'dense_2_2',
    'match_'
  ])
  expect(['my block', 'MyBlock', 'none'].map(names.className)).toEqual(['MyBlock', 'MyBlock_2', 'None_'])
})

test('whatever people type, names are different identifiers that hide nothing of Python', () => {
  const wanted = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...keywords, ...builtins),
    fc.string()
  )
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 30 }), all => {
      const names = createNames(['x'])
      const given = all.flatMap(each => [names.unique(each), names.className(each)])
      expect(new Set(['x', ...given]).size).toBe(given.length + 1)
      for (const each of given) {
        expect(isIdentifier(each) && !builtins.has(each)).toBe(true)
        expect(each.length).toBeLessThan(48)
      }
    })
  )
})
