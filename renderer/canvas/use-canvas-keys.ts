import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { BlockId, Position } from '../../shared/document/schema'
import { strings } from '../../shared/strings/strings'
import { runCommand } from '../commands/registry'
import { useDocument } from '../store/document'
import { beginGesture, edit, endGesture } from '../store/edit-document'
import { select, useSession } from '../store/session'
import { shownNetwork } from '../store/shown'
import { cursorIn, say, useCanvas, type MenuTarget } from './canvas-state'
import { edgeOf } from './edge-id'
import { closeGroup, openBlock } from './open-block'
import { canvasPlaces, focusCanvas, reveal } from './reveal'
import { walk, type Direction } from './walk'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down'
}

/** From dot to dot of the canvas. */
const grid = 20

/** The keys of the canvas while it has the focus itself; commands have theirs everywhere. */
export function useCanvasKeys(cancelConnection: () => boolean) {
  const moving = useRef(false)
  const endMove = (): void => {
    if (moving.current) endGesture()
    moving.current = false
  }
  useEscapeFromInspector()

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const direction = arrows[event.key]
    if (direction && event.altKey) {
      if (!moving.current) moving.current = beginMove()
      if (moving.current) move(direction)
    } else if (direction) step(direction, event.shiftKey)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu()
    else if (event.key === 'Enter') openCursor()
    else if (event.key === 'Escape') {
      if (!cancelConnection() && !runCommand('deselect')) closeGroup()
    } else return
    event.preventDefault()
  }
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === 'Alt') endMove()
  }
  return { onKeyDown, onKeyUp, onBlur: endMove }
}

function here(): BlockId | null {
  return cursorIn(useSession.getState().selection, useCanvas.getState().cursor)
}

function step(direction: Direction, extend: boolean): void {
  const { id, network } = shownNetwork()
  const next = walk(network, useDocument.getState().document.view.positions[id] ?? {}, here(), direction)
  if (next === null) return
  const { selection } = useSession.getState()
  const chosen = extend ? new Set([...selection, next]) : new Set([next])
  select(chosen)
  useCanvas.setState({ cursor: next })
  reveal(next, 'near')
  if (chosen.size > 1) say(strings.canvas.selected(chosen.size))
}

function openCursor(): void {
  const block = here()
  if (block !== null) openBlock(block)
}

function selectedNames(): readonly string[] {
  const { network } = shownNetwork()
  return [...useSession.getState().selection].flatMap(id => network.blocks[id]?.name ?? [])
}

function beginMove(): boolean {
  const names = selectedNames()
  const [only] = names
  if (only === undefined) return false
  beginGesture(names.length === 1 ? `move “${only}”` : `move ${names.length} blocks`)
  return true
}

function move(direction: Direction): void {
  const { id } = shownNetwork()
  const all = useDocument.getState().document.view.positions[id] ?? {}
  const by: Position = {
    x: direction === 'left' ? -grid : direction === 'right' ? grid : 0,
    y: direction === 'up' ? -grid : direction === 'down' ? grid : 0
  }
  const positions = Object.fromEntries(
    [...useSession.getState().selection].flatMap(block => {
      const at = all[block]
      return at ? [[block, { x: at.x + by.x, y: at.y + by.y }]] : []
    })
  )
  edit([{ kind: 'moveBlocks', network: id, positions }])
  const block = here()
  if (block !== null) reveal(block, 'near')
}

/** The menu of what is selected, else of the canvas. */
function openMenu(): void {
  const places = canvasPlaces()
  if (!places) return
  const { at, spot } = places.middle()
  const block = here()
  const [edge] = useSession.getState().selectedEdges
  const target: MenuTarget =
    block !== null
      ? { kind: 'block', id: block }
      : edge !== undefined && edgeOf(shownNetwork().network, edge)
        ? { kind: 'edge', id: edge, at }
        : { kind: 'canvas', at }
  useCanvas.setState({ menu: { target, spot: block === null ? spot : places.spotOf(block) } })
}

/** Escape leads from the settings of a block back to the block. */
function useEscapeFromInspector(): void {
  useEffect(() => {
    const back = (event: globalThis.KeyboardEvent): void => {
      const { target } = event
      if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof HTMLElement)) return
      if (!target.closest('[data-part="inspector"]')) return
      event.preventDefault()
      focusCanvas()
    }
    // Behind the fields themselves, before the window's own keys.
    document.addEventListener('keydown', back)
    return () => document.removeEventListener('keydown', back)
  }, [])
}
