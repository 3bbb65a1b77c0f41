/** `Menu` and `MenuItem`: never drawn; tests look at them and click. */
import { makeEvent } from '../event.mjs'
import { record } from '../record.mjs'
import { Emitter, notImplemented, strict, strictClass } from '../strict.mjs'
import { roles } from './menu-roles.mjs'
import { windowList } from './window-list.mjs'

/** @typedef {import('./browser-window.mjs').BrowserWindow} Window */
/** @typedef {Menu | readonly (Template | MenuItem)[]} Submenu */
/** @typedef {Omit<Electron.MenuItemConstructorOptions, 'submenu'> & { submenu?: Submenu }} Template */

let last = 0
/** @type {Menu | null} */
let applicationMenu = null

export class MenuItem {
  #isChecked
  /** @type {Menu | undefined} */
  menu
  commandId = ++last
  userAccelerator = null

  /** @param {Template} options */
  constructor(options) {
    const { role, submenu, click } = options
    const known = role === undefined ? undefined : roles[role.toLowerCase()]
    if (role !== undefined && !known) notImplemented(`the role '${role}' of a menu item`)
    /** @type {Submenu | undefined} */
    const items = submenu ?? known?.submenu
    this.role = role
    this.id = options.id
    /** @type {Menu | undefined} */
    this.submenu =
      items === undefined ? undefined : items instanceof Menu ? items : Menu.buildFromTemplate(items)
    /** @type {Electron.MenuItemConstructorOptions['type']} */
    this.type = options.type ?? (this.submenu ? 'submenu' : (known?.type ?? 'normal'))
    if (this.type === 'submenu' && !this.submenu) throw new TypeError('Invalid submenu')
    this.label = options.label ?? known?.label ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.icon = options.icon
    this.accelerator = options.accelerator ?? known?.accelerator
    this.registerAccelerator = options.registerAccelerator ?? known?.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.#isChecked = options.checked ?? false
    /** @type {(event?: object, window?: Window | null, contents?: unknown) => void} */
    this.click = (event = {}, window = windowList.focused()) => {
      if (this.type === 'checkbox' || this.type === 'radio')
        this.checked = this.type === 'radio' || !this.checked
      if (known?.run) known.run(window)
      else
        click?.(
          /** @type {never} */ (this),
          /** @type {never} */ (window ?? undefined),
          /** @type {never} */ (event)
        )
    }
  }

  get checked() {
    return this.#isChecked
  }

  set checked(isChecked) {
    this.#isChecked = isChecked
    if (!isChecked || this.type !== 'radio') return
    for (const other of this.menu?.groupOf(this) ?? []) if (other !== this) other.checked = false
  }
}

export class Menu extends Emitter {
  /** @override */
  static known = ['menu-will-show', 'menu-will-close']
  /** @type {MenuItem[]} */
  items = []

  /** @param {readonly (Template | MenuItem)[]} template */
  static buildFromTemplate(template) {
    const menu = new Menu()
    for (const one of template) menu.append(one instanceof MenuItem ? one : new MenuItem(one))
    return menu
  }

  /** @param {Menu | null} menu */
  static setApplicationMenu(menu) {
    applicationMenu = menu
  }

  static getApplicationMenu() {
    return applicationMenu
  }

  static sendActionToFirstResponder() {}

  /** @param {MenuItem} item */
  append(item) {
    this.insert(this.items.length, item)
  }

  /** @param {number} place @param {MenuItem} item */
  insert(place, item) {
    item.menu = this
    this.items.splice(place, 0, item)
  }

  /** @param {string} id @returns {MenuItem | null} */
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  /** Those radio items that lie together with it, up to what is of another type. @internal @param {MenuItem} item */
  groupOf(item) {
    let start = this.items.indexOf(item)
    while (this.items[start - 1]?.type === 'radio') start--
    const end = this.items.findIndex((other, place) => place > start && other.type !== 'radio')
    return this.items.slice(start, end < 0 ? undefined : end)
  }

  /** Stays open until it is closed, by `closePopup` or a test. @param {Electron.PopupOptions} [options] */
  popup({ callback } = {}) {
    record.popups.push(this)
    this.#onClosed = callback
    this.emit('menu-will-show', makeEvent())
  }

  /** @type {(() => void) | undefined} */
  #onClosed

  closePopup() {
    this.emit('menu-will-close', makeEvent())
    this.#onClosed?.()
    this.#onClosed = undefined
  }
}

strictClass('Menu', Menu)
strict('MenuItem', MenuItem.prototype)
