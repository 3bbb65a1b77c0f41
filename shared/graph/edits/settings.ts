import { castDraft } from 'mutative'
import { anyDataSchema, nameSchema, trainingSchema } from '../../document/schema'
import { ok } from '../../result'
import type { EditOf } from './edit'
import { parsePart, unchanged, type Plan } from './refusal'
import { same } from './same'

export const setName: Plan<EditOf<'setName'>> = (_document, { name }) => {
  const parsed = parsePart(nameSchema, name, 'a name')
  if (!parsed.ok) return parsed
  return ok(draft => {
    draft.name = parsed.value
  })
}

export const setData: Plan<EditOf<'setData'>> = (document, { data }) => {
  const parsed = parsePart(anyDataSchema, data, 'a choice of data')
  if (!parsed.ok) return parsed
  if (same(parsed.value, document.data)) return ok(unchanged)
  return ok(draft => {
    draft.data = castDraft(parsed.value)
  })
}

export const setTraining: Plan<EditOf<'setTraining'>> = (document, { training }) => {
  const parsed = parsePart(trainingSchema, training, 'settings of a training')
  if (!parsed.ok) return parsed
  if (same(parsed.value, document.training)) return ok(unchanged)
  return ok(draft => {
    draft.training = castDraft(parsed.value)
  })
}
