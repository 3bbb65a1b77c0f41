import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../document/arbitrary'
import { emptyDocument } from '../document/create'
import { deepFreeze } from '../document/freeze'
import type { Document } from '../document/schema'
import { documentText } from '../document/write'
import { changeBy } from './edits/apply'
import { anyEdit, editFrom } from './edits/arbitrary'
import type { Edit } from './edits/edit'
import { begin, cancel, emptyHistory, end, record, redo, undo, type Moment } from './history'

const network = 'net-main'
const blocks = {
  'a-1': { type: 'dense', name: 'A', params: {} },
  'b-1': { type: 'dense', name: 'B', params: {} }
}
const document: Document = deepFreeze({
  ...emptyDocument('doc-a', 'start'),
  networks: { [network]: { name: 'main', blocks, edges: [] } },
  view: { positions: { [network]: { 'a-1': { x: 0, y: 0 } } } }
})
const start: Moment = { history: emptyHistory, document }

/** The moment after an edit; the same where it is refused. */
function make(moment: Moment, edit: Edit): Moment {
  const change = changeBy(moment.document, [edit])
  if (!change.ok) return moment
  return {
    history: record(moment.history, change.value, edit.kind),
    document: deepFreeze(change.value.document)
  }
}
const named = (moment: Moment, name: string): Moment => make(moment, { kind: 'setName', name })
const move = (x: number): Edit => ({ kind: 'moveBlocks', network, positions: { 'a-1': { x, y: 0 } } })
const labels = ({ history }: Moment): string[] => history.past.map(step => step.label)

test('steps go back and forth', () => {
  const two = named(named(start, 'one'), 'two')
  expect(undo(two).document.name).toBe('one')
  expect(undo(undo(undo(two))).document).toEqual(document)
  expect(redo(redo(redo(undo(undo(two))))).document.name).toBe('two')
})

test('a new step ends what was ahead', () => {
  const other = named(undo(named(start, 'one')), 'other')
  expect(redo(other).document.name).toBe('other')
  expect(labels(other)).toEqual(['setName'])
})

test('a change of nothing is no step', () => {
  expect(named(start, 'start').history).toBe(start.history)
})

test('a drag of a hundred moments is one step, and costs as much as one', () => {
  let moment: Moment = { ...start, history: begin(start.history, 'move A') }
  for (let x = 1; x <= 100; x += 1) moment = make(moment, move(x))
  moment = { ...moment, history: end(moment.history) }
  expect(labels(moment)).toEqual(['move A'])
  expect(moment.history.past[0]?.redo.length).toBe(1)
  expect(undo(moment).document).toEqual(document)
  expect(redo(undo(moment)).document).toEqual(moment.document)
})

test('a gesture of unlike changes is one step too', () => {
  let moment: Moment = { ...start, history: begin(start.history, 'paste') }
  moment = make(make(named(moment, 'x'), move(5)), { kind: 'removeBlocks', network, ids: ['a-1'] })
  moment = { ...named(moment, 'y'), history: end(named(moment, 'y').history) }
  expect(labels(moment)).toEqual(['paste'])
  expect(undo(moment).document).toEqual(document)
})

test('what a gesture added and then changed comes back as often as one likes', () => {
  let moment: Moment = { ...start, history: begin(start.history, 'insert') }
  moment = make(moment, { kind: 'addBlock', network, id: 'n-1', block: { ...blocks['a-1'], name: 'N' } })
  moment = make(moment, { kind: 'setParam', network, block: 'n-1', name: 'units', value: 8 })
  const added = { ...moment, history: end(moment.history) }
  for (let round = 0; round < 2; round += 1) {
    expect(undo(added).document).toEqual(document)
    expect(redo(undo(added)).document).toEqual(added.document)
  }
})

test('a gesture that is cancelled leaves no trace, and one without changes no step', () => {
  const open: Moment = { ...start, history: begin(start.history, 'move') }
  expect(cancel(make(make(open, move(1)), move(2)))).toEqual(start)
  const undone = undo(named(start, 'one'))
  const tried = make({ ...undone, history: begin(undone.history, 'move') }, move(1))
  expect(redo(cancel(tried)).document.name).toBe('one')
  expect(end(open.history)).toEqual(emptyHistory)
  expect(cancel(start)).toEqual(start)
})

test('undo in the middle of a gesture takes all of it back; a second gesture ends the first', () => {
  const dragged = make({ ...start, history: begin(start.history, 'move') }, move(1))
  expect(undo(dragged).document).toEqual(document)
  expect(undo(dragged).history.open).toBeNull()
  expect(begin(dragged.history, 'next').past.map(step => step.label)).toEqual(['move'])
})

test('an empty gesture keeps what was ahead', () => {
  const undone = undo(named(start, 'one'))
  const looked = { ...undone, history: end(begin(undone.history, 'slide')) }
  expect(redo(looked).document.name).toBe('one')
})

test('blocks that come back are the same objects, for whatever remembers them', () => {
  const removed = make(start, { kind: 'removeBlocks', network, ids: ['a-1'] })
  const back = undo(removed).document
  expect(back.networks[network]?.blocks['a-1']).toBe(document.networks[network]?.blocks['a-1'])
  expect(back.networks[network]?.blocks['b-1']).toBe(document.networks[network]?.blocks['b-1'])
})

test('after undo and redo of any edits, in gestures or alone, the bytes are as they were', () => {
  const maker = fc.tuple(anyEdit(), fc.constantFrom('alone', 'begin', 'end', 'cancel', 'undo', 'redo'))
  fc.assert(
    fc.property(anyDocument(), fc.array(maker, { maxLength: 25 }), (initial, makers) => {
      let moment: Moment = { history: emptyHistory, document: deepFreeze(initial) }
      for (const [seed, act] of makers) {
        if (act === 'begin') moment = { ...moment, history: begin(moment.history, 'gesture') }
        if (act === 'end') moment = { ...moment, history: end(moment.history) }
        if (act === 'cancel') moment = cancel(moment)
        if (act === 'undo') moment = undo(moment)
        if (act === 'redo') moment = redo(moment)
        moment = make(moment, editFrom(moment.document, seed))
      }
      moment = { ...moment, history: end(moment.history) }
      const texts = [documentText(moment.document)]
      while (moment.history.past.length > 0) {
        moment = undo(moment)
        deepFreeze(moment.document)
        texts.push(documentText(moment.document))
      }
      expect(texts.at(-1)).toBe(documentText(initial))
      for (const text of texts.toReversed().slice(1)) {
        moment = redo(moment)
        expect(documentText(moment.document)).toBe(text)
      }
    }),
    { numRuns: 150 }
  )
})
