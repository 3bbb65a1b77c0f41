import type { Field } from '../../shared/datasets/dataset'

/** A sample in words: the text that token ids stand for, without the padding; numbers with a comma between them. */
export function sampleText(field: Field, values: ArrayLike<number>): string {
  switch (field.kind) {
    case 'tokens':
      return Array.from(values, id => (id === 0 ? '' : (field.vocabulary[id] ?? '?'))).join('')
    case 'category':
      return field.classes[values[0] ?? -1] ?? '?'
    case 'vector':
      return Array.from(values, value => String(Number(value.toPrecision(3)))).join(', ')
    case 'image':
      return field.label
  }
}
