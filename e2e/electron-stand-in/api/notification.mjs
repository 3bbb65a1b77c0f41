/** `Notification`: recorded, never shown. */
import { makeEvent } from '../event.mjs'
import { record } from '../record.mjs'
import { Emitter, strictClass } from '../strict.mjs'

export class Notification extends Emitter {
  /** @override */
  static known = ['show', 'click', 'close', 'reply', 'action', 'failed']
  title
  body

  /** @param {Electron.NotificationConstructorOptions} [options] */
  constructor({ title = '', body = '' } = {}) {
    super()
    this.title = title
    this.body = body
  }

  static isSupported() {
    return true
  }

  show() {
    record.notifications.push({ title: this.title, body: this.body })
    this.emit('show', makeEvent())
  }

  close() {
    this.emit('close', makeEvent())
  }
}

strictClass('Notification', Notification)
