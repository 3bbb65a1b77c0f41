import { expect, it } from 'vitest'
import { BLOCKS } from '../../shared/blocks/registry'
import { iconOf } from './block-icons'
import { iconShapes } from './icon-shapes'

it.each([...BLOCKS.values()].map(({ type, group }) => [type, group] as const))(
  '%s has an icon',
  (type, group) => {
    const shapes = iconShapes(iconOf(type, group))
    expect(shapes.length).toBeGreaterThan(0)
    for (const { name, attributes } of shapes) {
      expect(name).toMatch(/^(path|rect|circle|line|ellipse|polyline|polygon)$/)
      expect(Object.keys(attributes)).not.toContain('key')
      expect(Object.keys(attributes).length).toBeGreaterThan(0)
    }
  }
)

it('an unknown type has the icon of what is not known', () => {
  expect(iconShapes(iconOf('no-such', undefined)).length).toBeGreaterThan(0)
})
