import { readDocument } from '../../shared/document/read'
import { EXAMPLES, type Example } from '../../shared/examples/registry'
import { createAnalyser } from '../../shared/graph/analyse'
import { parametersOf } from '../canvas/card-facts'
import { kindOf, type NetworkKind } from '../diagram/kind-of'
import { miniScene, type MiniScene } from '../diagram/mini-scene'
import { openCopy } from '../store/files'

const files = import.meta.glob<string>('../../shared/examples/*.blockprop', {
  query: '?raw',
  import: 'default',
  eager: true
})

const bytesOf = (name: string): Uint8Array =>
  new TextEncoder().encode(files[`../../shared/examples/${name}.blockprop`] ?? '')

/** Opens an example as a new document, which is nowhere saved yet. */
export function openExample({ name }: Example): void {
  openCopy(bytesOf(name), `${name}.blockprop`)
}

/** What its document says of an example. */
export interface ShownExample {
  readonly example: Example
  readonly picture: MiniScene
  readonly kind: NetworkKind | null
  readonly parameters: number
}

let shown: readonly ShownExample[] | null = null

/** All examples with their pictures, made when they are first looked at. */
export function shownExamples(): readonly ShownExample[] {
  shown ??= EXAMPLES.flatMap(example => {
    const read = readDocument(bytesOf(example.name))
    if (!read.ok) return []
    const { document } = read.value
    const { root } = createAnalyser()(document)
    const parameters = root.order.reduce((sum, id) => sum + parametersOf(root, id), 0)
    return [{ example, picture: miniScene(document), kind: kindOf(document), parameters }]
  })
  return shown
}
