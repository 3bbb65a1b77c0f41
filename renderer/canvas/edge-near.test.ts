import { expect, it } from 'vitest'
import { documentOf, network } from '../../shared/graph/testing'
import { edgeNear } from './edge-near'
import { size } from './layout/measures'

const bare = documentOf(
  network({ 'a-1': ['dense'], 'b-1': ['dense'], 'c-1': ['dense'] }, 'a-1 > b-1', 'a-1 > c-1')
)
const document = {
  ...bare,
  view: {
    positions: {
      [bare.root]: { 'a-1': { x: 0, y: 0 }, 'b-1': { x: 500, y: 0 }, 'c-1': { x: 500, y: 400 } }
    }
  }
}
const middle = (size.width + 500) / 2
const line = size.height / 2

it.each([
  [{ x: middle, y: line }, 'b-1'],
  [{ x: middle, y: line + 15 }, 'b-1'],
  [{ x: middle, y: line + 200 }, 'c-1'],
  [{ x: 495, y: line + 400 }, 'c-1'],
  [{ x: middle, y: line + 100 }, undefined],
  [{ x: middle, y: line - 40 }, undefined],
  [{ x: -100, y: line }, undefined]
])('at %o finds the edge to %s', (point, to) => {
  expect(edgeNear(document, document.root, point, 24)?.to.block).toBe(to)
})
