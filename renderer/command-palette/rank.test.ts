import { expect, it } from 'vitest'
import { rank } from './rank'

const entries = [
  { id: 'undo', label: 'Undo add Dense' },
  { id: 'tidyUp', label: 'Tidy up' },
  { id: 'darkTheme', label: 'Dark theme' },
  { id: 'add-dense', label: 'Add Dense', aliases: ['fully connected', 'linear'] },
  { id: 'add-max', label: 'Add MaxPooling2D', aliases: ['max pool'] },
  { id: 'example', label: 'Open example: Recognise digits' }
]

it.each<[string, readonly string[], readonly string[]]>([
  ['', [], ['undo', 'tidyUp', 'darkTheme', 'add-dense', 'add-max', 'example']],
  ['', ['example', 'tidyUp'], ['example', 'tidyUp', 'undo', 'darkTheme', 'add-dense', 'add-max']],
  ['fully', [], ['add-dense']],
  ['tid', [], ['tidyUp']],
  ['DARK', [], ['darkTheme']],
  ['add', [], ['add-dense', 'add-max', 'undo']],
  ['add', ['add-max'], ['add-max', 'add-dense', 'undo']],
  ['dense', [], ['undo', 'add-dense']],
  ['pooling', [], ['add-max']],
  ['theme dark', [], ['darkTheme']],
  ['ex: dig', [], ['example']],
  ['nothing of this', [], []]
])('%j with %j used before finds %j', (query, recent, ids) => {
  expect(rank(entries, query, recent).map(({ id }) => id)).toEqual(ids)
})
