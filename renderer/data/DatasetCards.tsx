import { ChartScatter, Image, Table2, Type, type LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import { datasets } from '../../shared/datasets/registry'
import type { Dataset } from '../../shared/datasets/dataset'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { planeOf } from './plane'
import { takeDataset } from './take-dataset'
import styles from './DatasetCards.module.css'

const words = strings.data

/** Where nothing is chosen yet: what data is for, and all that there is. */
export function DatasetCards({ unknown }: { readonly unknown: string | undefined }) {
  return (
    <div className={styles.empty}>
      <h2>{words.empty}</h2>
      <p>{unknown === undefined ? words.emptyHint : words.unknown(unknown)}</p>
      <ul className={styles.cards}>
        {datasets.map(dataset => (
          <li key={dataset.id}>
            <Card dataset={dataset} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Card({ dataset }: { readonly dataset: Dataset }) {
  return (
    <button type="button" className={styles.card} onClick={() => takeDataset(dataset.id)}>
      {createElement(iconOf(dataset), { strokeWidth: 1.75, 'aria-hidden': true })}
      <b>{dataset.label}</b>
      <span>{dataset.summary}</span>
      <small>{words.facts(countText(dataset.size), dataset.licence)}</small>
    </button>
  )
}

function iconOf(dataset: Dataset): LucideIcon {
  const kinds = new Set(dataset.fields.map(field => field.kind))
  if (kinds.has('image')) return Image
  if (kinds.has('tokens')) return Type
  return planeOf(dataset) ? ChartScatter : Table2
}
