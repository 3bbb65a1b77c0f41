import { expect, it } from 'vitest'
import { FORMS } from '../../shared/codegen/forms/registry'
import { TARGETS } from '../../shared/codegen/registry'
import { codeSettingsOf } from './code-settings'

const preset = codeSettingsOf(null)

it('begins with the first of each, without loading the printers', () => {
  expect(preset.target).toEqual({ id: TARGETS[0]?.id, label: TARGETS[0]?.label })
  expect(preset.forms).toEqual([FORMS[0]?.id])
})

it.each([
  ['nothing', null, preset],
  ['something else', 'half a {', preset],
  ['numbers', '{"target": 3, "forms": [], "weights": "yes"}', preset],
  [
    'what was chosen',
    '{"target": {"id": "pytorch", "label": "PyTorch"}, "forms": ["notebook"], "weights": false}',
    { target: { id: 'pytorch', label: 'PyTorch' }, forms: ['notebook'], weights: false }
  ]
])('reads %s', (_, stored, settings) => {
  expect(codeSettingsOf(stored)).toEqual(settings)
})
