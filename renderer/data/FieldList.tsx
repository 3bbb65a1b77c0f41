import { CircleAlert } from 'lucide-react'
import type { Dataset, Field } from '../../shared/datasets/dataset'
import { shapeText } from '../../shared/blocks/tensor-type'
import type { BlockId } from '../../shared/document/schema'
import type { Problem } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { reveal } from '../canvas/reveal'
import { addBlock } from '../palette/add-block'
import { defaultsFor } from '../palette/data-defaults'
import { FixButton } from '../problems/FixButton'
import { problemKey } from '../problems/problem-key'
import { analysisOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { select, showNetwork } from '../store/session'
import { BlockTile } from '../ui/BlockTile'
import { Button } from '../ui/Button'
import { fieldUses, type FieldUse } from './field-uses'
import styles from './FieldList.module.css'

const words = strings.data

/** What a sample has, and which blocks use it; what does not go together is said with its way out. */
export function FieldList({ dataset }: { readonly dataset: Dataset }) {
  const document = useDocument(s => s.document)
  const { fields, problems } = fieldUses(document, analysisOf(document), dataset)
  return (
    <section aria-label={words.fields}>
      <h3 className={styles.title}>{words.fields}</h3>
      {problems.map(problem => (
        <Trouble key={problemKey(problem)} problem={problem} />
      ))}
      <ul className={styles.fields}>
        {fields.map(use => (
          <li key={use.field.name}>
            <p className={styles.field}>
              <b>{use.field.name}</b> <span>{formOf(use.field)}</span>
            </p>
            {use.blocks.length > 0 ? (
              <Used {...use} />
            ) : (
              <Unused field={use.field} free={problems.length === 0} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Used({ blocks, problems }: FieldUse) {
  const root = useDocument(s => s.document.networks[s.document.root])
  return (
    <>
      {blocks.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className={styles.block}
          aria-label={words.shows(name)}
          title={words.shows(name)}
          onClick={() => showBlock(id)}
        >
          <BlockTile type={root?.blocks[id]?.type ?? ''} /> {name}
        </button>
      ))}
      {problems.map(problem => (
        <Trouble key={problemKey(problem)} problem={problem} />
      ))}
    </>
  )
}

interface UnusedProps {
  readonly field: Field
  /** Whether no Input or Output stands there already that waits for a field. */
  readonly free: boolean
}

/** A field that nothing uses yet: a class wants an Output, everything else an Input. */
function Unused({ field, free }: UnusedProps) {
  const isTarget = field.kind === 'category'
  const type = isTarget ? 'output' : 'input'
  // A new block takes the likeliest field; of others the way is the block's own parameter.
  const fits = useDocument(s => defaultsFor(type, s.document)[isTarget ? 'target' : 'field'] === field.name)
  return (
    <p className={styles.unused}>
      {isTarget ? words.noOutput : words.noInput}
      {free && fits && (
        <Button
          onClick={() => {
            showNetwork(null)
            addBlock(type)
          }}
        >
          {isTarget ? words.addOutput : words.addInput}
        </Button>
      )}
    </p>
  )
}

function Trouble({ problem }: { readonly problem: Problem }) {
  return (
    <div className={styles.trouble}>
      <CircleAlert aria-label={strings.problems.error} />
      <p>{problem.message}</p>
      {problem.fix && <FixButton fix={problem.fix} />}
    </div>
  )
}

function formOf(field: Field): string {
  const kind = words.kinds[field.kind]
  return field.kind === 'category'
    ? `${kind} · ${words.classesOf(field.classes.length)}`
    : `${kind} · ${shapeText(field.type.shape)}`
}

function showBlock(id: BlockId): void {
  showNetwork(null)
  select([id])
  reveal(id)
}
