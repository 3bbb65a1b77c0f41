/** `powerSaveBlocker` and `powerMonitor`. */
import { Emitter, strict, strictClass } from '../strict.mjs'

/** @type {Map<number, 'prevent-app-suspension' | 'prevent-display-sleep'>} */
const blockers = new Map()
let last = -1

export const powerSaveBlocker = strict('powerSaveBlocker', {
  /** @param {'prevent-app-suspension' | 'prevent-display-sleep'} type */
  start(type) {
    blockers.set(++last, type)
    return last
  },
  /** @param {number} id */
  stop: id => blockers.delete(id),
  /** @param {number} id */
  isStarted: id => blockers.has(id)
})

class PowerMonitor extends Emitter {
  /** @override */
  static known = [
    'suspend',
    'resume',
    'on-ac',
    'on-battery',
    'thermal-state-change',
    'speed-limit-change',
    'shutdown',
    'lock-screen',
    'unlock-screen',
    'user-did-become-active',
    'user-did-resign-active'
  ]
  onBatteryPower = false

  isOnBatteryPower() {
    return this.onBatteryPower
  }

  getSystemIdleTime() {
    return 0
  }

  /** @returns {ReturnType<Electron.PowerMonitor['getCurrentThermalState']>} */
  getCurrentThermalState() {
    return 'unknown'
  }
}

strictClass('powerMonitor', PowerMonitor)
export const powerMonitor = new PowerMonitor()
