import { describe, expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import type { Document, Edge } from '../../shared/document/schema'
import { applyEdit } from '../../shared/graph/edits/apply'
import type { Edit } from '../../shared/graph/edits/edit'
import { newBlock } from '../../shared/graph/new-block'
import { createEdgeMaker, createNodeMaker } from './flow-elements'

const network = 'net-main'
const nothing: ReadonlySet<string> = new Set()

function after(document: Document, ...edits: readonly Edit[]): Document {
  return edits.reduce((current, edit) => {
    const applied = applyEdit(current, edit)
    if (!applied.ok) throw new Error(applied.error.message)
    return applied.value
  }, document)
}

const add = (type: string, id: string): Edit => ({
  kind: 'addBlock',
  network,
  id,
  block: newBlock(undefined, type),
  at: { x: 0, y: 0 }
})

describe('createNodeMaker', () => {
  const two = after(emptyDocument('doc-test', 'test'), add('input', 'input-1'), add('dense', 'dense-1'))

  it('gives the node of a block that has not changed as the same object', () => {
    const nodesOf = createNodeMaker()
    const [input, dense] = nodesOf(two, network, nothing, nothing)
    const moved = after(two, { kind: 'moveBlocks', network, positions: { 'dense-1': { x: 9, y: 9 } } })
    const [sameInput, otherDense] = nodesOf(moved, network, nothing, nothing)
    expect(sameInput).toBe(input)
    expect(otherDense).not.toBe(dense)
    expect(otherDense?.position).toEqual({ x: 9, y: 9 })
    const units = after(moved, { kind: 'setParam', network, block: 'dense-1', name: 'units', value: 7 })
    expect(nodesOf(units, network, nothing, nothing)).toEqual([sameInput, otherDense])
    expect(nodesOf(units, network, nothing, nothing)[1]).toBe(otherDense)
    expect(nodesOf(units, network, new Set(['input-1']), nothing)[0]?.selected).toBe(true)
  })

  it('grows downwards with a picture: the ports stay where they are', () => {
    const nodesOf = createNodeMaker()
    const [before] = nodesOf(two, network, nothing, nothing)
    const [after, other] = nodesOf(two, network, nothing, new Set(['input-1']))
    expect(after?.height).toBeGreaterThan(before?.height ?? 0)
    expect(after?.handles).toEqual(before?.handles)
    expect(nodesOf(two, network, nothing, new Set(['input-1']))).toEqual([after, other])
  })

  it('gives sizes and ports, so that nothing has to be measured', () => {
    const dense = createNodeMaker()(two, network, nothing, nothing)[1]
    expect(dense?.measured).toEqual({ width: dense?.width, height: dense?.height })
    expect(dense?.handles?.map(({ id, type }) => [id, type])).toEqual([
      ['in', 'target'],
      ['out', 'source']
    ])
  })
})

describe('createEdgeMaker', () => {
  const edge = (to: string): Edge => ({
    from: { block: 'input-1', port: 'out' },
    to: { block: 'attention-1', port: to }
  })

  it('lets one of several edges between two blocks say what travels', () => {
    const edges = createEdgeMaker()([edge('query'), edge('value')], nothing)
    expect(edges.map(({ data }) => data?.labelled)).toEqual([true, false])
  })

  it('gives an edge that has not changed as the same object', () => {
    const edgesOf = createEdgeMaker()
    const list = [edge('query'), edge('value')]
    const [first, second] = edgesOf(list, nothing)
    const again = edgesOf(list, new Set([second?.id ?? '']))
    expect(again[0]).toBe(first)
    expect(again[1]).not.toBe(second)
  })
})
