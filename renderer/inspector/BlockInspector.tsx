import type { Param, ParamValue } from '../../shared/blocks/params'
import { blockOf, labelOf } from '../../shared/blocks/registry'
import type { Block, BlockId, NetworkId } from '../../shared/document/schema'
import { targetEdits } from '../../shared/graph/dataset-edits'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { parametersOf } from '../canvas/use-block'
import { ProblemList } from '../problems/ProblemList'
import { graphOf, problemsAt } from '../store/analysis'
import { useDocument } from '../store/document'
import { beginGesture, edit, endGesture } from '../store/edit-document'
import { BlockTile } from '../ui/BlockTile'
import { Hint } from '../ui/Hint'
import { Switch } from '../ui/Switch'
import { TextInput } from '../ui/TextInput'
import { About } from './About'
import { ParamField } from './ParamField'
import { suggestionsFor } from './suggestions'
import styles from './Inspector.module.css'

interface BlockInspectorProps {
  readonly network: NetworkId
  readonly id: BlockId
  readonly block: Block
}

export function BlockInspector({ network, id, block }: BlockInspectorProps) {
  const spec = blockOf(block.type)
  const document = useDocument(s => s.document)
  const parameters = parametersOf(graphOf(document, network), id)
  const problems = problemsAt(document, network, id)
  const wrong = new Set(problems.map(({ place }) => place.param))
  const label = labelOf(block.type)
  return (
    <>
      <header className={styles.head}>
        <BlockTile type={block.type} size="large" />
        <div>
          <h2>{block.name.trim() === '' ? label : block.name}</h2>
          <span>
            {block.name === label && spec ? strings.palette.groups[spec.group] : label}
            {parameters > 0 && ` · ${strings.inspector.parameters(countText(parameters))}`}
          </span>
        </div>
      </header>
      {problems.length > 0 && (
        <div className={styles.problems}>
          <ProblemList problems={problems} plain />
        </div>
      )}
      <div className={styles.name}>
        <span>{strings.inspector.name}</span>
        <TextInput
          label={strings.inspector.name}
          value={block.name}
          onBegin={() => beginGesture(`rename “${block.name}”`)}
          onEnd={endGesture}
          onChange={name => refusalOf(edit([{ kind: 'rename', network, block: id, name }]))}
        />
      </div>
      {Object.entries(spec?.params ?? {}).map(([name, param]) => (
        <ParamField
          key={`${id} ${name}`}
          param={param}
          value={valueOf(block, name, param)}
          suggestions={suggestionsFor(param, document)}
          invalid={wrong.has(name)}
          onBegin={() => beginGesture(`change ${param.label.toLowerCase()} of “${block.name}”`)}
          onEnd={endGesture}
          onChange={value => {
            const label = `change ${param.label.toLowerCase()} of “${block.name}”`
            const more = block.type === 'output' && name === 'target' ? targetEdits(document, id, value) : []
            return refusalOf(edit([{ kind: 'setParam', network, block: id, name, value }, ...more], label))
          }}
        />
      ))}
      {parameters > 0 && (
        <div className={styles.name}>
          <Hint text={strings.inspector.frozenHelp}>
            <span tabIndex={-1}>{strings.inspector.frozen}</span>
          </Hint>
          <Switch
            label={strings.inspector.frozen}
            checked={block.frozen === true}
            onChange={frozen => edit([{ kind: 'setFrozen', network, block: id, frozen }])}
          />
        </div>
      )}
      {spec && <About network={network} id={id} spec={spec} />}
    </>
  )
}

function valueOf(block: Block, name: string, param: Param): ParamValue {
  return (Object.hasOwn(block.params, name) ? block.params[name] : undefined) ?? param.default
}

function refusalOf(result: ReturnType<typeof edit>): string | null {
  return result.ok ? null : result.error.message
}
