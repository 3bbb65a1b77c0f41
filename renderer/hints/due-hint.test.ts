import { expect, it } from 'vitest'
import { dueHint, nextStage, type HintSituation, type HintStage } from './due-hint'

const home: HintSituation = { screen: 'home', dock: 'train', canTrain: false, run: 'idle' }
const opened: HintSituation = { screen: 'editor', dock: 'train', canTrain: true, run: 'idle' }

it.each<[HintStage, string, HintSituation, string | null, HintStage]>([
  ['start', 'the first start', home, 'start', 'start'],
  ['start', 'an example opened', opened, 'train', 'train'],
  ['train', 'an example opened', opened, 'train', 'train'],
  ['train', 'back at home', home, null, 'train'],
  ['train', 'nothing to train', { ...opened, canTrain: false }, null, 'train'],
  ['train', 'a run', { ...opened, run: 'busy' }, null, 'try'],
  ['try', 'a run', { ...opened, run: 'busy' }, null, 'try'],
  ['try', 'trained', { ...opened, run: 'trained' }, 'try', 'try'],
  ['try', 'trained, at another tab', { ...opened, dock: 'code', run: 'trained' }, 'try', 'try'],
  ['try', 'trained, and tried', { ...opened, dock: 'try', run: 'trained' }, null, 'none'],
  ['try', 'stopped before anything was learned', opened, null, 'try'],
  ['try', 'trained, at home', { ...home, run: 'trained' }, null, 'try'],
  ['start', 'a trained file opened', { ...opened, run: 'trained' }, 'try', 'try'],
  ['none', 'the first start', home, null, 'none'],
  ['none', 'an example opened', opened, null, 'none'],
  ['none', 'trained', { ...opened, run: 'trained' }, null, 'none']
])('at %s, %s: %4$s is due', (stage, _what, situation, due, next) => {
  expect(dueHint(stage, situation)).toBe(due)
  expect(nextStage(stage, situation)).toBe(next)
})
