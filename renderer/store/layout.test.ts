import { afterEach, expect, it, vi } from 'vitest'

vi.stubGlobal('innerWidth', 1440)
const { bounds, gridOf, layoutOf, remembered, resizePanel, setPanelOpen, togglePanel, useLayout } =
  await import('./layout')

const preset = layoutOf(null, 1440)

afterEach(() => {
  vi.stubGlobal('innerWidth', 1440)
  useLayout.setState(preset)
})

it.each<[string | null, unknown]>([
  [null, preset],
  ['{', preset],
  ['[]', preset],
  ['{"dock":7,"palette":null}', preset],
  ['{"dock":{"size":"300","open":1}}', preset],
  ['{"dock":{"size":1e308}}', { ...preset, dock: { size: bounds.dock.max, open: true } }],
  ['{"palette":{"size":-5,"open":false}}', { ...preset, palette: { size: bounds.palette.min, open: false } }],
  ['{"inspector":{"size":333}}', { ...preset, inspector: { size: 333, open: true } }]
])('%j is read as far as it can be', (stored, layout) => {
  expect(layoutOf(stored, 1440)).toEqual(layout)
})

it('leaves the canvas to itself in a narrow window', () => {
  const { palette, inspector, dock } = layoutOf('{"palette":{"open":true}}', 720)
  expect([palette.open, inspector.open, dock.open]).toEqual([false, false, true])
})

it('remembers what was open in a wide window while it is narrow, and the sizes of both', () => {
  const stored = '{"palette":{"open":false},"inspector":{"open":true}}'
  const narrow = { ...layoutOf(stored, 720), inspector: { size: 400, open: false } }
  expect(remembered(narrow, stored, 720)).toEqual({
    ...preset,
    palette: { ...preset.palette, open: false },
    inspector: { size: 400, open: true }
  })
  expect(remembered(narrow, stored, 1440)).toBe(narrow)
})

it('keeps sizes within what is useful, and the size of what is closed', () => {
  resizePanel('dock', 10)
  expect(useLayout.getState().dock.size).toBe(bounds.dock.min)
  resizePanel('dock', 300.4)
  togglePanel('dock')
  expect(useLayout.getState().dock).toEqual({ size: 300, open: false })
  expect(gridOf(useLayout.getState())).toMatchObject({ '--dock': '34px', '--palette': '216px' })
})

it('opens one panel at a time over a narrow canvas', () => {
  vi.stubGlobal('innerWidth', 720)
  setPanelOpen('palette', true)
  setPanelOpen('inspector', true)
  const { palette, inspector } = useLayout.getState()
  expect([palette.open, inspector.open]).toEqual([false, true])
})
