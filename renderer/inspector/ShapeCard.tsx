import { Fragment } from 'react'
import { shapeText, type TensorType } from '../../shared/blocks/tensor-type'
import { counted } from '../../shared/blocks/weights'
import type { BlockId, NetworkId } from '../../shared/document/schema'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { parametersOf } from '../canvas/card-facts'
import { graphOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { parameterSum } from './parameter-sum'
import styles from './Inspector.module.css'

const words = strings.inspector

interface ShapeCardProps {
  readonly network: NetworkId
  readonly id: BlockId
}

/** What goes through a block, and what it costs. */
export function ShapeCard({ network, id }: ShapeCardProps) {
  const graph = useDocument(({ document }) => graphOf(document, network))
  const known = graph?.blocks.get(id)
  const sides = [known?.inTypes, known?.outTypes]
    .map(types => shapesText(Object.values(types ?? {}).flat()))
    .filter(text => text !== '')
  if (!known || sides.length === 0) return null
  const all = parametersOf(graph, id)
  const resting = counted(known.weights) - counted(known.weights, 'trainable')
  const repeat = Number(known.values?.['repeat'] ?? 1)
  return (
    <section className={styles.card}>
      <h3>{words.shape}</h3>
      <p className={styles.mono}>{sides.join(' → ')}</p>
      {all > 0 && (
        <>
          <h3>{words.parameterCount}</h3>
          {known.inside ? (
            <p className={styles.mono}>
              {repeat > 1 ? `${repeat} × ${countText(all / repeat)} = ${countText(all)}` : countText(all)}
            </p>
          ) : (
            <p className={`${styles.mono} ${styles.sum}`}>
              {parameterSum(known.weights).map(part => (
                <Fragment key={part}>
                  <span>{part}</span>{' '}
                </Fragment>
              ))}
            </p>
          )}
          {resting > 0 && <p className={styles.small}>{words.resting(countText(resting))}</p>}
        </>
      )}
    </section>
  )
}

function shapesText(types: readonly (TensorType | null)[]): string {
  return types.map(type => (type ? shapeText(type.shape) : words.unknown)).join(', ')
}
