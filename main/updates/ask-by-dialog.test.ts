import type { MessageBoxOptions } from 'electron'
import { expect, test } from 'vitest'
import { askByDialog } from './ask-by-dialog'
import type { UpdateNote } from './updates'

function scene(response = 0) {
  const shown: MessageBoxOptions[] = []
  const showMessageBox = (...args: unknown[]) => {
    shown.push(args.at(-1) as MessageBoxOptions)
    return Promise.resolve({ response, checkboxChecked: false })
  }
  return { shown, ask: askByDialog({ showMessageBox }) }
}

test.each([
  [0, 'now'],
  [1, 'later']
] as const)('button %i means %s', async (button, answer) => {
  const { ask, shown } = scene(button)
  expect(await ask.restart('2.0.0', true)).toBe(answer)
  expect(shown[0]?.buttons?.[button]).toBe({ now: 'Restart now', later: 'Later' }[answer])
})

test('Escape and Enter mean later, and it is said when the new version comes', async () => {
  const { ask, shown } = scene()
  await ask.restart('2.0.0', true)
  await ask.restart('2.0.0', false)
  expect(shown[0]).toMatchObject({ defaultId: 1, cancelId: 1 })
  expect(shown.map(({ detail }) => detail)).toEqual([
    'Restart now to have it, or go on working: it is installed when you quit.',
    'Restart now to have it, or go on working: you will be asked again at the next start.'
  ])
})

test.each<[UpdateNote, string, string | undefined]>([
  [{ kind: 'newest', version: '1.0.0' }, 'You have the newest version: Blockprop 1.0.0', undefined],
  [
    { kind: 'downloading', version: '2.0.0' },
    'Blockprop 2.0.0 is being downloaded',
    'You will be asked before anything restarts.'
  ],
  [
    { kind: 'after-training', version: '2.0.0' },
    'Blockprop 2.0.0 is there',
    'It waits until the training has ended.'
  ],
  [
    { kind: 'unavailable' },
    'This copy of Blockprop does not update itself',
    'Get new versions from where you got this one.'
  ],
  [{ kind: 'failed', why: 'no network' }, 'Looking for updates did not work', 'no network']
])('%o is told in words', (note, message, detail) => {
  const { ask, shown } = scene()
  ask.tell(note)
  expect([shown[0]?.message, shown[0]?.detail]).toEqual([message, detail])
})
