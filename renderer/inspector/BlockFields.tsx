import type { Param, ParamValue } from '../../shared/blocks/params'
import { blockOf, labelOf } from '../../shared/blocks/registry'
import type { Block, BlockId, NetworkId } from '../../shared/document/schema'
import { targetEdits } from '../../shared/graph/dataset-edits'
import type { Edit } from '../../shared/graph/edits/edit'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { beginGesture, edit, endGesture } from '../store/edit-document'
import { Switch } from '../ui/Switch'
import { FieldRow } from './FieldRow'
import { ParamField } from './ParamField'
import { suggestionsFor } from './suggestions'
import styles from './ParamField.module.css'

const words = strings.inspector

interface BlockFieldsProps {
  readonly network: NetworkId
  /** One block, or several of one type, which are then changed together. */
  readonly blocks: Readonly<Record<BlockId, Block>>
  /** The parameters that a problem is about. */
  readonly wrong?: readonly (string | undefined)[]
  /** Whether they have weights to freeze. */
  readonly freezable: boolean
}

/** A field for each parameter that blocks of one type have. */
export function BlockFields({ network, blocks, wrong = [], freezable }: BlockFieldsProps) {
  const document = useDocument(s => s.document)
  const all = Object.values(blocks)
  const [first] = all
  if (!first) return null
  const change = (editsOf: (block: BlockId) => readonly Edit[], label?: string): string | null => {
    const result = edit(Object.keys(blocks).flatMap(editsOf), label)
    return result.ok ? null : result.error.message
  }
  const frozen = all.filter(block => block.frozen === true).length
  return (
    <>
      {Object.entries(blockOf(first.type)?.params ?? {}).map(([name, param]) => {
        const values = all.map(block => valueOf(block, name, param))
        const label = `change ${param.label.toLowerCase()} of ${whoseName(all)}`
        return (
          <ParamField
            key={name}
            param={param}
            value={valueOf(first, name, param)}
            mixed={values.some(value => JSON.stringify(value) !== JSON.stringify(values[0]))}
            suggestions={suggestionsFor(param, document)}
            invalid={wrong.includes(name)}
            onBegin={() => beginGesture(label)}
            onEnd={endGesture}
            onChange={value =>
              change(
                block => [
                  { kind: 'setParam', network, block, name, value },
                  ...(first.type === 'output' && name === 'target' ? targetEdits(document, block, value) : [])
                ],
                label
              )
            }
          />
        )
      })}
      {freezable && (
        <FieldRow label={words.frozen} help={words.frozenHelp}>
          {describedBy => (
            <span className={styles.flag}>
              {frozen > 0 && frozen < all.length && words.mixed}
              <Switch
                label={words.frozen}
                checked={frozen === all.length}
                describedBy={describedBy}
                onChange={value => change(block => [{ kind: 'setFrozen', network, block, frozen: value }])}
              />
            </span>
          )}
        </FieldRow>
      )}
    </>
  )
}

/** `“Dense 1”`, or `3 Dense`. */
function whoseName(blocks: readonly Block[]): string {
  const [only] = blocks
  if (only && blocks.length === 1) return `“${only.name}”`
  return `${blocks.length} ${labelOf(only?.type ?? '')}`
}

function valueOf(block: Block, name: string, param: Param): ParamValue {
  return (Object.hasOwn(block.params, name) ? block.params[name] : undefined) ?? param.default
}
