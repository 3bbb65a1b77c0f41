import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { TARGETS } from '../../shared/codegen/registry'
import { isError } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { ProblemList } from '../problems/ProblemList'
import { analysisOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { notify, select, useSession } from '../store/session'
import { useNetwork } from '../store/summary'
import { Button } from '../ui/Button'
import { useData } from '../data/use-data'
import { CodeView } from './CodeView'
import { blockAtLine, linesOfBlocks, printed } from './printed'
import styles from './CodePanel.module.css'

const words = strings.code

/** The network as a program, as it changes. Selecting a block lights its lines, and a click on a line its block. */
export function CodePanel() {
  const [targetId, setTarget] = useState(TARGETS[0]?.id)
  const network = useNetwork()
  const { dataset, split } = useData()
  const selection = useSession(s => s.selection)
  const target = TARGETS.find(({ id }) => id === targetId)
  const result = target && network ? printed(target, network, dataset, split) : null
  return (
    <div className={styles.panel}>
      <div className={styles.side} role="radiogroup" aria-label={strings.commands.showCode}>
        {TARGETS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="radio"
            aria-checked={id === targetId}
            className={styles.target}
            onClick={() => setTarget(id)}
          >
            {label}
          </button>
        ))}
        {result?.ok && <CopyButton key={targetId} text={result.value.text} />}
      </div>
      {result === null ? (
        <NotYet />
      ) : result.ok ? (
        <CodeView
          text={result.value.text}
          lit={linesOfBlocks(result.value, selection)}
          onLine={line => {
            const block = blockAtLine(result.value, line)
            if (block !== undefined) select([block])
          }}
        />
      ) : (
        <p className={styles.notYet}>{result.error}</p>
      )}
    </div>
  )
}

function NotYet() {
  const problems = useDocument(s => analysisOf(s.document).problems)
  return (
    <div className={styles.notYet}>
      <p>{words.notYet}</p>
      <ProblemList problems={problems.filter(isError)} />
    </div>
  )
}

function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const done = copied === text
  return (
    <Button
      look="soft"
      className={styles.copy ?? ''}
      onClick={async () => {
        if (await host.copyText(text)) setCopied(text)
        else notify({ kind: 'error', title: words.copy, text: words.cantCopy })
      }}
    >
      {done ? <Check /> : <Copy />}
      {done ? words.copied : words.copy}
    </Button>
  )
}
