import { host } from '../host/current'
import { useSession } from '../store/session'
import { shownNetwork } from '../store/shown'
import type { Command } from './command'

const hasBlocks = (): boolean =>
  useSession.getState().screen === 'editor' && Object.keys(shownNetwork().network.blocks).length > 0

// What draws pictures comes when it is first asked for.
const load = () => import('../diagram/take-diagram')

/** The network as a picture, with a look at it first. */
export const showDiagram: Command = {
  id: 'showDiagram',
  enabled: hasBlocks,
  run: () => useSession.setState({ overlay: 'diagram' })
}

export const exportDiagramSvg: Command = {
  id: 'exportDiagramSvg',
  enabled: hasBlocks,
  run: () => void load().then(({ saveDiagramSvg }) => saveDiagramSvg())
}

export const exportDiagramPng: Command = {
  id: 'exportDiagramPng',
  enabled: hasBlocks,
  run: () => void load().then(({ saveDiagramPng }) => saveDiagramPng())
}

export const copyDiagram: Command = {
  id: 'copyDiagram',
  enabled: () => host.copyPicture !== undefined && hasBlocks(),
  run: () => void load().then(diagram => diagram.copyDiagram())
}
