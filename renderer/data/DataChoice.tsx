import { datasets } from '../../shared/datasets/registry'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { Select } from '../ui/Select'
import { takeDataset } from './take-dataset'

const NONE = 'none'
const options = {
  [NONE]: strings.inspector.noData,
  ...Object.fromEntries(datasets.map(({ id, label }) => [id, label]))
}

/** Which dataset to learn from; it comes with a split that suits it. */
export function DataChoice() {
  const source = useDocument(s => s.document.data?.source ?? NONE)
  return <Select label={strings.inspector.data} value={source} options={options} onChange={takeDataset} />
}
