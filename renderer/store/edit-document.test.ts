import { beforeEach, describe, expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { documentText } from '../../shared/document/write'
import { newBlock } from '../../shared/graph/new-block'
import { analysisOf } from './analysis'
import { isEdited, useDocument } from './document'
import {
  beginGesture,
  edit,
  endGesture,
  markSaved,
  redo,
  replaceDocument,
  takeFix,
  undo
} from './edit-document'

const network = 'net-main'
const text = () => documentText(useDocument.getState().document)
const labels = () => useDocument.getState().history.past.map(step => step.label)
const edited = () => isEdited(useDocument.getState())

function addInput(): void {
  edit([
    {
      kind: 'addBlock',
      network,
      id: 'input-1',
      block: newBlock(undefined, 'input'),
      at: { x: 0, y: 0 }
    }
  ])
}

const move = (x: number) => edit([{ kind: 'moveBlocks', network, positions: { 'input-1': { x, y: 0 } } }])

beforeEach(() => replaceDocument(emptyDocument('doc-test', 'test')))

describe('edit', () => {
  it('is a step of its own, and undo gives the same bytes', () => {
    const before = text()
    addInput()
    const after = text()
    expect(labels()).toEqual(['add Input'])
    undo()
    expect(text()).toBe(before)
    redo()
    expect(text()).toBe(after)
  })

  it('changes nothing where one of the edits is refused', () => {
    addInput()
    const before = text()
    const result = edit([
      { kind: 'setName', name: 'other' },
      { kind: 'removeBlocks', network, ids: ['no-such'] }
    ])
    expect(result.ok).toBe(false)
    expect(text()).toBe(before)
    expect(labels()).toHaveLength(1)
  })
})

describe('a gesture', () => {
  it('is one step, however many edits it makes', () => {
    addInput()
    const before = text()
    beginGesture('move “Input”')
    for (let x = 1; x <= 50; x++) move(x)
    endGesture()
    expect(labels()).toEqual(['add Input', 'move “Input”'])
    undo()
    expect(text()).toBe(before)
  })

  it('that changes nothing leaves no step', () => {
    beginGesture('move')
    endGesture()
    expect(labels()).toEqual([])
  })
})

describe('takeFix', () => {
  it('is one step, named by the fix, with places for the blocks that it adds', () => {
    const before = text()
    const fix = analysisOf(useDocument.getState().document).problems.find(problem => problem.fix)?.fix
    if (!fix) throw new Error('an empty canvas offers to add an Input')
    expect(takeFix(fix).ok).toBe(true)
    expect(labels()).toEqual(['add an Input'])
    const { document } = useDocument.getState()
    const [id = ''] = Object.keys(document.networks[network]?.blocks ?? {})
    expect(document.view.positions[network]?.[id]).toEqual({ x: 0, y: 0 })
    undo()
    expect(text()).toBe(before)
  })
})

describe('isEdited', () => {
  it('follows saving, undo and redo', () => {
    expect(edited()).toBe(false)
    addInput()
    expect(edited()).toBe(true)
    markSaved()
    expect(edited()).toBe(false)
    undo()
    expect(edited()).toBe(true)
    redo()
    expect(edited()).toBe(false)
    undo()
    move(3)
    addInput()
    expect(edited()).toBe(true)
  })
})
