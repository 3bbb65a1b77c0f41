import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { COMMANDS, type CommandId } from '../../shared/commands/commands'
import { blankFace } from '../window/app-window'
import { menuTemplate, withoutItem, type MenuActions, type MenuState } from './template'

const done: string[] = []
const actions: MenuActions = {
  command: id => done.push(id),
  openRecent: ({ name }) => done.push(name),
  clearRecent: () => done.push('clear'),
  checkForUpdates: () => done.push('updates'),
  showLogs: () => done.push('logs'),
  copyDetails: () => done.push('details')
}
const linux: MenuState = { isMac: false, isDevelopment: false, face: blankFace, recent: [] }

function itemsOf(state: Partial<MenuState> = {}): MenuItemConstructorOptions[] {
  const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  return flat(menuTemplate({ ...linux, ...state }, actions))
}

const find = (id: string, state: Partial<MenuState> = {}) => itemsOf(state).find(item => item.id === id)

describe.each([true, false])('the menu (Mac: %s)', isMac => {
  test('every command has one item, but for those that are a key alone', () => {
    const ids = itemsOf({ isMac }).map(({ id }) => id)
    for (const id of Object.keys(COMMANDS) as CommandId[])
      expect(
        ids.filter(other => other === id),
        id
      ).toHaveLength(withoutItem.has(id) ? 0 : 1)
  })

  test('no two items of a menu have the same words', () => {
    for (const { label, submenu } of itemsOf({ isMac })) {
      if (!Array.isArray(submenu)) continue
      const labels = submenu.flatMap(item => item.label ?? [])
      expect(new Set(labels).size, label).toBe(labels.length)
    }
  })
})

test('an item is enabled, named and marked as the window in front tells', () => {
  const face = {
    ...blankFace,
    enabled: ['undo' as const],
    titles: { undo: 'Undo add Dense' },
    checked: ['darkTheme' as const]
  }
  expect(find('undo', { face })).toMatchObject({ enabled: true, label: 'Undo add Dense' })
  expect(find('redo', { face })).toMatchObject({ enabled: false, label: 'Redo' })
  expect(find('darkTheme', { face })).toMatchObject({ type: 'checkbox', checked: true })
  expect(find('lightTheme', { face })).toMatchObject({ checked: false })
})

test('without a window there are those that open one', () => {
  const enabled = itemsOf({ isMac: true, face: null }).filter(
    ({ id, enabled }) => id !== undefined && id in COMMANDS && enabled
  )
  expect(enabled.map(({ id }) => id)).toEqual(['newDocument', 'newWindow', 'openDocument'])
})

test('keys are shown as the system writes them, and left to the page', () => {
  expect(find('saveDocumentAs')).toMatchObject({
    accelerator: 'CommandOrControl+Shift+S',
    registerAccelerator: false
  })
})

test('recent files stand in the list, which can be cleared', () => {
  const entry = { id: 'a', file: 't', name: 'net.blockprop', folder: '~', time: 0, picture: '' }
  expect(find('no-recent')).toMatchObject({ enabled: false })
  const item = find('recent-a', { recent: [entry] })
  expect(item?.label).toBe('net.blockprop')
  item?.click?.(...([] as unknown as Parameters<NonNullable<typeof item.click>>))
  expect(done.at(-1)).toBe('net.blockprop')
  expect(find('clear-recent', { recent: [entry] })).toBeDefined()
})

test('the tools of developers are not in what people install', () => {
  const roles = (isDevelopment: boolean) => itemsOf({ isDevelopment }).map(({ role }) => role)
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(true)).toContain('toggleDevTools')
})
