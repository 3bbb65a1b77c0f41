import { useDeferredValue } from 'react'
import { TARGETS, targetOf } from '../../shared/codegen/registry'
import { strings } from '../../shared/strings/strings'
import { printed } from '../code/printed'
import { runCommand } from '../commands/registry'
import { useData } from '../data/use-data'
import { useNetwork } from '../store/summary'
import { Button } from '../ui/Button'
import { Segments } from '../ui/Segments'
import { codeExcerpt } from './code-excerpt'
import { useCodeTarget } from './code-target'
import styles from './BlockCode.module.css'

const words = strings.inspector
const options = Object.fromEntries(TARGETS.map(({ id, label }) => [id, label]))

/** The very lines of the program that come from a block. */
export function BlockCode({ origin }: { readonly origin: string }) {
  const targetId = useCodeTarget(s => s.target)
  // What is typed shows first.
  const network = useDeferredValue(useNetwork())
  const { dataset, split } = useData()
  const target = targetOf(targetId)
  const result = target && network ? printed(target, network, dataset, split) : null
  const text = result?.ok === true ? codeExcerpt(result.value, origin) : ''
  return (
    <>
      <div className={styles.head}>
        <h3>{words.code}</h3>
        <Segments
          label={words.codeTarget}
          value={targetId}
          options={options}
          onChange={chosen => useCodeTarget.setState({ target: chosen })}
        />
      </div>
      {result === null ? (
        <p>{words.noCodeYet}</p>
      ) : !result.ok ? (
        <p>{result.error}</p>
      ) : text === '' ? (
        <p>{words.noLines}</p>
      ) : (
        <>
          <pre className={styles.code} tabIndex={0} role="region" aria-label={words.codeOf}>
            {text.split('\n').map((row, i) => (
              // Lines have no identity but their place.
              <code key={i} style={{ '--indent': `${row.search(/\S|$/) + 2}ch` }}>
                {row}
              </code>
            ))}
          </pre>
          <Button className={styles.show ?? ''} onClick={() => runCommand('showCode')}>
            {words.showCode}
          </Button>
        </>
      )}
    </>
  )
}
