import { strings } from '../../shared/strings/strings'
import { countText } from '../../shared/strings/format'
import { DataChoice } from '../data/DataChoice'
import { useData } from '../data/use-data'
import { useDocument } from '../store/document'
import { beginGesture, edit, endGesture } from '../store/edit-document'
import { useShownNetworkId } from '../store/shown'
import { useSummary } from '../store/summary'
import { TextInput } from '../ui/TextInput'
import { FieldRow } from './FieldRow'
import styles from './Inspector.module.css'

const words = strings.inspector

/** What concerns the whole: its name, its data, its size. */
export function NetworkInspector() {
  const name = useDocument(s => s.document.name)
  const shown = useShownNetworkId()
  const blocks = useDocument(s => Object.keys(s.document.networks[shown]?.blocks ?? {}).length)
  const summary = useSummary()
  return (
    <>
      <header className={styles.head}>
        <div>
          <h2>{words.network}</h2>
          <span>{words.networkHint}</span>
        </div>
      </header>
      <FieldRow label={words.name}>
        {() => (
          <TextInput
            label={words.name}
            value={name}
            onBegin={() => beginGesture('rename the network')}
            onEnd={endGesture}
            onChange={text => {
              const renamed = edit([{ kind: 'setName', name: text }])
              return renamed.ok ? null : renamed.error.message
            }}
          />
        )}
      </FieldRow>
      <FieldRow label={words.data}>{() => <DataChoice />}</FieldRow>
      <DataSummary />
      <section className={styles.card}>
        <h3>{words.blocks}</h3>
        <p className={styles.mono}>{countText(blocks)}</p>
        {summary && (
          <>
            <h3>{words.parameterCount}</h3>
            <p className={styles.mono}>{countText(summary.parameters)}</p>
          </>
        )}
      </section>
    </>
  )
}

function DataSummary() {
  const { dataset, split } = useData()
  if (!dataset || !split) return null
  return (
    <section className={styles.card}>
      <h3>{dataset.label}</h3>
      <p>{dataset.summary}</p>
      <p>{words.split(countText(split.train), countText(split.validation), countText(split.test))}</p>
      <p className={styles.small}>
        {dataset.source}. {words.licence(dataset.licence)}
      </p>
    </section>
  )
}
