import type { Field } from '../../shared/datasets/dataset'
import { isSpelled } from './tokens'

/** A sample in words: the text that token ids stand for, without the padding; numbers with a comma between them. */
export function sampleText(field: Field, values: ArrayLike<number>): string {
  switch (field.kind) {
    case 'tokens':
      return Array.from(values)
        .filter(id => id !== 0)
        .map(id => field.vocabulary[id] ?? '?')
        .join(isSpelled(field.vocabulary) ? '' : ' ')
    case 'category':
      return field.classes[values[0] ?? -1] ?? '?'
    case 'vector':
      return Array.from(values, value => String(Number(value.toPrecision(3)))).join(', ')
    case 'image':
      return field.label
  }
}
