import { acceleratorText } from '../../shared/commands/accelerator'
import { COMMANDS, faceOf, keysOf, type CommandId } from '../../shared/commands/commands'
import { BLOCKS, labelOf } from '../../shared/blocks/registry'
import { datasets } from '../../shared/datasets/registry'
import { EXAMPLES } from '../../shared/examples/registry'
import { strings } from '../../shared/strings/strings'
import { reveal } from '../canvas/reveal'
import { commands, runCommand } from '../commands/registry'
import { takeDataset } from '../data/take-dataset'
import { openExample } from '../home/examples'
import { host } from '../host/current'
import { isMac } from '../host/platform'
import { addBlock } from '../palette/add-block'
import { belongsHere } from '../palette/belongs'
import { select, useSession } from '../store/session'
import { shownNetwork } from '../store/shown'
import type { Entry } from './rank'

const words = strings.commandPalette

export interface PaletteEntry extends Entry {
  /** The heading that it stands under. */
  readonly group: string
  readonly keys: string
  /** The type of a block, for its picture. */
  readonly block?: string
  readonly run: () => void
}

/** All that can be done now: commands, blocks to add and to go to, data, examples. */
export function paletteEntries(): readonly PaletteEntry[] {
  const inEditor = useSession.getState().screen === 'editor'
  return [
    ...commandEntries(),
    ...(inEditor ? [...blockEntries(), ...placeEntries(), ...dataEntries()] : []),
    ...EXAMPLES.map(example => ({
      id: `example ${example.name}`,
      label: words.openExample(example.label),
      aliases: [example.name, example.summary],
      group: words.examples,
      keys: '',
      run: () => openExample(example)
    }))
  ]
}

function commandEntries(): readonly PaletteEntry[] {
  return (Object.keys(COMMANDS) as CommandId[])
    .filter(id => id !== 'showCommands' && commands[id].enabled())
    .map(id => {
      const { label, group } = faceOf(id)
      const [key] = keysOf(id, host.kind)
      return {
        id,
        label: commands[id].title?.() ?? label,
        aliases: [label, words.groups[group]],
        group: words.groups[group],
        keys: key === undefined ? '' : acceleratorText(key, isMac),
        run: () => void runCommand(id)
      }
    })
}

function blockEntries(): readonly PaletteEntry[] {
  return [...BLOCKS.values()].filter(belongsHere).map(({ type, label, aliases }) => ({
    id: `add ${type}`,
    label: words.addBlock(label),
    aliases: [label, ...aliases],
    group: words.blocks,
    keys: '',
    block: type,
    run: () => addBlock(type)
  }))
}

function placeEntries(): readonly PaletteEntry[] {
  return Object.entries(shownNetwork().network.blocks).map(([id, { name, type }]) => ({
    id: `go ${id}`,
    label: words.goTo(name),
    aliases: [name, labelOf(type)],
    group: words.places,
    keys: '',
    block: type,
    run: () => {
      select([id])
      reveal(id)
    }
  }))
}

function dataEntries(): readonly PaletteEntry[] {
  return datasets.map(({ id, label, summary }) => ({
    id: `data ${id}`,
    label: words.learnFrom(label),
    aliases: [summary],
    group: words.data,
    keys: '',
    run: () => takeDataset(id)
  }))
}
