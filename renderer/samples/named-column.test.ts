import { expect, it } from 'vitest'
import { namedColumn } from './named-column'

it.each([
  ['sepal length (cm)', 'Sepal length', 'cm'],
  ['speed [km/h]', 'Speed', 'km/h'],
  ['x', 'x', ''],
  ['share (of all) taken', 'Share (of all) taken', ''],
  ['(cm)', '(cm)', '']
])('%s is %s in %s', (name, label, unit) => {
  expect(namedColumn(name)).toEqual({ label, unit })
})
