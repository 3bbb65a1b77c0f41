import { datasets, findDataset } from '../../shared/datasets/registry'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { edit } from '../store/edit-document'
import { Select } from '../ui/Select'

const NONE = 'none'
const options = {
  [NONE]: strings.inspector.noData,
  ...Object.fromEntries(datasets.map(({ id, label }) => [id, label]))
}

/** Which dataset to learn from; it comes with a split that suits it. */
export function DataChoice() {
  const source = useDocument(s => s.document.data?.source ?? NONE)
  return (
    <Select
      label={strings.inspector.data}
      value={source}
      options={options}
      onChange={id => {
        const dataset = findDataset(id)
        const data = dataset && { source: id, sha256: dataset.sha256, split: { ...dataset.split, seed: 1 } }
        edit([{ kind: 'setData', data }])
      }}
    />
  )
}
