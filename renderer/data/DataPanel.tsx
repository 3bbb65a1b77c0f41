import type { Dataset } from '../../shared/datasets/dataset'
import { findDataset } from '../../shared/datasets/registry'
import type { DataBinding } from '../../shared/document/schema'
import { strings } from '../../shared/strings/strings'
import { useLastSplit } from '../samples/use-split'
import { useDocument } from '../store/document'
import { ClassBars } from './ClassBars'
import { DatasetCards } from './DatasetCards'
import { DatasetFacts } from './DatasetFacts'
import { SampleView } from './SampleView'
import { SplitEditor } from './SplitEditor'
import styles from './DataPanel.module.css'

/** What the network learns from: the dataset, its fields, how it is split, and its samples. */
export function DataPanel() {
  const data = useDocument(s => s.document.data)
  const dataset = data && findDataset(data.source)
  return data && dataset ? <Shown data={data} dataset={dataset} /> : <DatasetCards unknown={data?.source} />
}

function Shown({ data, dataset }: { readonly data: DataBinding; readonly dataset: Dataset }) {
  const last = useLastSplit(data)
  return (
    <div className={styles.panel}>
      <DatasetFacts dataset={dataset} />
      <div className={styles.middle}>
        <SplitEditor data={data} dataset={dataset} />
        <ClassBars dataset={dataset} split={last?.ok === true ? last.value.split : null} />
      </div>
      {last?.ok === true ? (
        // The rows go with the split that they were read for.
        <SampleView {...last.value} dataset={dataset} />
      ) : (
        <p className={styles.note} role={last ? 'alert' : 'status'}>
          {last ? last.error : strings.data.loading}
        </p>
      )}
    </div>
  )
}
