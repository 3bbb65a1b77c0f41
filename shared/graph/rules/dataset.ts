import { sameShape, shapeText } from '../../blocks/tensor-type'
import { findDataset } from '../../datasets/registry'
import { splitMistake } from '../../datasets/split'
import { inputFields } from '../../datasets/target'
import { fixFor } from '../fixes'
import type { Problem } from '../problem'
import type { Rule } from './rule'

/** The dataset is known, and each Input takes a field of it, in its shape. */
export const dataset: Rule = ({ document, root }) => {
  const binding = document.data
  if (!binding) {
    return [
      {
        code: 'no-data',
        severity: 'warning',
        place: {},
        message: 'No dataset is chosen: without one the network can be exported, but not trained.'
      }
    ]
  }
  const data = findDataset(binding.source)
  if (!data)
    return [
      {
        code: 'unknown-data',
        severity: 'error',
        place: {},
        message: `This version has no dataset “${binding.source}”: choose another one.`
      }
    ]
  const mistake =
    binding.split.train === 0
      ? 'The split leaves nothing to learn from: give training at least one sample'
      : splitMistake(data, binding.split)
  const problems: Problem[] = []
  if (mistake !== null)
    problems.push({
      code: 'split',
      severity: 'error',
      place: { param: 'split' },
      message: `${mistake}.`,
      fix: {
        label: `Split into ${data.split.train}, ${data.split.validation} and ${data.split.test}`,
        edits: [{ kind: 'setData', data: { ...binding, split: { ...data.split, seed: binding.split.seed } } }]
      }
    })
  const network = document.networks[document.root]
  for (const [id, block] of Object.entries(network?.blocks ?? {})) {
    const values = root.blocks.get(id)?.values
    if (block.type !== 'input' || !values) continue
    const inputs = inputFields(data)
    const field = inputs.find(f => f.name === values['field'])
    const place = { network: document.root, block: id }
    if (!field) {
      const [first] = inputs
      problems.push({
        code: 'unknown-field',
        severity: 'error',
        place: { ...place, param: 'field' },
        message: `“${block.name}” takes the field “${String(values['field'])}”, but ${data.label} has ${inputs.map(f => f.name).join(', ')}.`,
        ...(first && {
          fix: {
            label: `Take ${first.name}`,
            edits: [
              {
                kind: 'setParams',
                network: document.root,
                block: id,
                values: { field: first.name, shape: first.type.shape, dtype: first.type.dtype }
              }
            ]
          }
        })
      })
      continue
    }
    const type = root.blocks.get(id)?.outTypes['out']
    if (!type) continue
    const open = type.shape.map((d, i) => (d === null ? (field.type.shape[i] ?? null) : d))
    if (!sameShape(open, field.type.shape))
      problems.push({
        code: 'input-shape',
        severity: 'error',
        place: { ...place, param: 'shape' },
        message: `“${block.name}” says ${shapeText(type.shape)}, but a sample of ${field.label} is ${shapeText(field.type.shape)}.`,
        fix: fixFor.setParam(document.root, id, 'shape', field.type.shape, { shape: { label: 'Shape' } })
      })
    else if (type.dtype !== field.type.dtype)
      problems.push({
        code: 'input-dtype',
        severity: 'error',
        place: { ...place, param: 'dtype' },
        message: `“${block.name}” says ${type.dtype === 'int32' ? 'token ids' : 'numbers'}, but ${field.label} holds ${field.type.dtype === 'int32' ? 'token ids' : 'numbers'}.`,
        fix: fixFor.setParam(document.root, id, 'dtype', field.type.dtype, { dtype: { label: 'Numbers' } })
      })
  }
  return problems
}
