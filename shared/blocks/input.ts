import { choice, shape, text } from './params'
import { defineStructural } from './structural'
import { shapeText, tensor } from './tensor-type'

/** Where data enters; nothing is computed. */
export const input = defineStructural({
  kind: 'input',
  type: 'input',
  label: 'Input',
  aliases: ['source', 'data', 'placeholder'],
  tasks: ['begin', 'dataset', 'image', 'text', 'time series', 'table'],
  group: 'input',
  docs: {
    summary: 'Where the data enters: one field of the dataset, with the shape of a single sample.',
    use: 'Every network starts with one; a network that takes several kinds of data has several.'
  },
  params: {
    shape: shape({
      label: 'Shape',
      help: 'The sizes of one sample: height × width × channels of an image, or an open length × features of a sequence.',
      default: [28, 28, 1]
    }),
    dtype: choice({
      label: 'Numbers',
      help: 'Token ids are whole numbers that stand for letters or words; an Embedding turns them into vectors.',
      default: 'float32',
      options: { float32: 'Numbers', int32: 'Token ids' }
    }),
    field: text({
      label: 'Field',
      help: 'The field of the dataset that comes in here.',
      default: 'image',
      suggest: 'input-field'
    })
  },
  card: p => `${shapeText(p.shape)} ${p.dtype === 'int32' ? 'token ids' : p.field}`,
  typeOf: p => tensor(p.shape, p.dtype)
})
