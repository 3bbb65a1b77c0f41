import { expect, it } from 'vitest'
import { documentOf, network } from '../../shared/graph/testing'
import { instancePath } from './instance-path'

const document = documentOf(
  network({
    'group-1': ['group', { network: 'net-outer', repeat: 3 }],
    'group-2': ['group', { network: 'net-inner' }],
    'group-3': ['group', { network: 'net-outer' }]
  }),
  {
    definitions: {
      'net-outer': network({ 'group-9': ['group', { network: 'net-deep' }] }),
      'net-inner': network({ 'group-9': ['group', { network: 'net-deep' }] }),
      'net-deep': network({ 'dense-1': ['dense'] }),
      'net-unused': network({ 'dense-1': ['dense'] })
    }
  }
)

it.each([
  [document.root, ''],
  ['net-outer', 'group-1/0/'],
  ['net-inner', 'group-2/0/'],
  ['net-deep', 'group-1/0/group-9/0/'],
  ['net-unused', null]
])('%s lies at %s', (id, path) => {
  expect(instancePath(document, id)).toBe(path)
})
