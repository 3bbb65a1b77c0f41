import type { AnyBlock } from '../../shared/blocks/registry'
import { shapeText, type TensorType } from '../../shared/blocks/tensor-type'
import type { BlockId, NetworkId } from '../../shared/document/schema'
import { strings } from '../../shared/strings/strings'
import { graphOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { parameterSum } from './parameter-sum'
import styles from './Inspector.module.css'

const words = strings.inspector

interface AboutProps {
  readonly network: NetworkId
  readonly id: BlockId
  readonly spec: AnyBlock
}

/** What goes through a block, what it costs, what it does and when to use it. */
export function About({ network, id, spec }: AboutProps) {
  const known = useDocument(({ document }) => graphOf(document, network)?.blocks.get(id))
  const ins = shapesText(Object.values(known?.inTypes ?? {}).flat())
  const outs = shapesText(Object.values(known?.outTypes ?? {}))
  return (
    <>
      {(ins !== '' || outs !== '') && (
        <section className={styles.card}>
          <h3>{words.shape}</h3>
          <p className={styles.mono}>{[ins, outs].filter(text => text !== '').join(' → ')}</p>
          {known && known.weights.length > 0 && (
            <>
              <h3>{words.parameterCount}</h3>
              <p className={styles.mono}>{parameterSum(known.weights)}</p>
            </>
          )}
        </section>
      )}
      <section className={styles.card}>
        <h3>{words.what}</h3>
        <p>{spec.docs.summary}</p>
        {spec.docs.formula !== undefined && <p className={styles.mono}>{spec.docs.formula}</p>}
        <h3>{words.when}</h3>
        <p>{spec.docs.use}</p>
      </section>
    </>
  )
}

function shapesText(types: readonly (TensorType | null)[]): string {
  return types.map(type => (type ? shapeText(type.shape) : words.unknown)).join(', ')
}
