import { useLayoutEffect } from 'react'
import { matches } from '../../shared/commands/accelerator'
import { COMMANDS, faceOf, keysOf, type CommandId } from '../../shared/commands/commands'
import { host } from '../host/current'
import { isMac } from '../host/platform'
import { runCommand } from './registry'

const ids = Object.keys(COMMANDS) as readonly CommandId[]

/** Lets the keys of all commands work anywhere in the window, but for those that a field of text needs. */
export function useShortcuts(): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const typing = isTyping(event.target)
      const id = ids.find(candidate => {
        const { whileTyping } = faceOf(candidate)
        const keys = keysOf(candidate, host.kind)
        return (!typing || whileTyping === true) && keys.some(key => matches(key, event, isMac))
      })
      if (id !== undefined && runCommand(id)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  )
}
