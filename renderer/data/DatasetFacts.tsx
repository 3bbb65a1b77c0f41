import type { Dataset } from '../../shared/datasets/dataset'
import { strings } from '../../shared/strings/strings'
import { DataChoice } from './DataChoice'
import { FieldList } from './FieldList'
import styles from './DataPanel.module.css'

const words = strings.data

/** Which dataset it is, where it is from, and what a sample of it has. */
export function DatasetFacts({ dataset }: { readonly dataset: Dataset }) {
  return (
    <div className={styles.facts}>
      <section aria-label={words.about}>
        <DataChoice />
        <p className={styles.summary}>{dataset.summary}</p>
      </section>
      <FieldList dataset={dataset} />
      <dl className={styles.origin}>
        <dt>{words.source}</dt>
        <dd>{dataset.source}</dd>
        <dt>{words.licence}</dt>
        <dd>{dataset.licence}</dd>
      </dl>
    </div>
  )
}
