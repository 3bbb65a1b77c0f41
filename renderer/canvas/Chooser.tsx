import { useCallback } from 'react'
import { strings } from '../../shared/strings/strings'
import { graphOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { useShownNetworkId } from '../store/shown'
import { addAt } from './add-at'
import { useCanvas, type Chooser as Asked } from './canvas-state'
import { ChoiceList } from './ChoiceList'
import { blockChoices, connectionChoices, type Target } from './choices'
import { connectEnds } from './connect'

const words = strings.canvas

const close = (): void => useCanvas.setState({ chooser: null })

/** The list that was asked for on the canvas: blocks to add, or what a block can be connected to. */
export function Chooser({ asked }: { readonly asked: Asked }) {
  return asked.kind === 'add' ? <AddList asked={asked} /> : <ConnectList asked={asked} />
}

function AddList({ asked }: { readonly asked: Extract<Asked, { kind: 'add' }> }) {
  const network = useShownNetworkId()
  const document = useDocument(s => s.document)
  const { opening, at, spot } = asked
  const choicesFor = useCallback(
    (query: string) => blockChoices(document, network, graphOf(document, network), opening, query),
    [document, network, opening]
  )
  return (
    <ChoiceList
      title={opening.kind === 'edge' ? words.insertHere : words.addHere}
      search={strings.palette.search}
      spot={spot}
      choicesFor={choicesFor}
      nothing={strings.palette.nothing}
      onChoose={type => addAt(type, opening, at)}
      onClose={close}
    />
  )
}

function ConnectList({ asked }: { readonly asked: Extract<Asked, { kind: 'connect' }> }) {
  const network = useShownNetworkId()
  const document = useDocument(s => s.document)
  const { block, spot } = asked
  const choicesFor = useCallback(
    (query: string) => connectionChoices(document, network, graphOf(document, network), block, query),
    [document, network, block]
  )
  const choose = ({ end, block: other, port, fit }: Target): void => connectEnds(end, other, port, fit, spot)
  return (
    <ChoiceList
      title={words.connectTo(document.networks[network]?.blocks[block]?.name ?? '')}
      search={words.searchConnection}
      spot={spot}
      choicesFor={choicesFor}
      nothing={query => (query.trim() === '' ? words.nothingToConnect : strings.palette.nothing(query))}
      onChoose={choose}
      onClose={close}
    />
  )
}
