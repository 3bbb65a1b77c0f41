import { findDataset } from '../../shared/datasets/registry'
import type { Dataset } from '../../shared/datasets/dataset'
import type { DataBinding } from '../../shared/document/schema'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { ClassBars } from './ClassBars'
import { DatasetCards } from './DatasetCards'
import { DatasetFacts } from './DatasetFacts'
import { SampleView } from './SampleView'
import { SplitEditor } from './SplitEditor'
import { useSplit } from './use-split'
import styles from './DataPanel.module.css'

/** What the network learns from: the dataset, its fields, how it is split, and its samples. */
export function DataPanel() {
  const data = useDocument(s => s.document.data)
  const dataset = data && findDataset(data.source)
  return data && dataset ? <Shown data={data} dataset={dataset} /> : <DatasetCards unknown={data?.source} />
}

function Shown({ data, dataset }: { readonly data: DataBinding; readonly dataset: Dataset }) {
  const state = useSplit(data)
  const split = state.kind === 'split' ? state.split : null
  return (
    <div className={styles.panel}>
      <DatasetFacts dataset={dataset} />
      <div className={styles.middle}>
        <SplitEditor data={data} dataset={dataset} />
        <ClassBars dataset={dataset} split={split} />
      </div>
      {state.kind === 'split' ? (
        // The rows go with the split that they were read for.
        <SampleView data={state.data} dataset={dataset} split={state.split} />
      ) : (
        <p className={styles.note} role={state.kind === 'failed' ? 'alert' : 'status'}>
          {state.kind === 'failed' ? state.why : strings.data.loading}
        </p>
      )}
    </div>
  )
}
