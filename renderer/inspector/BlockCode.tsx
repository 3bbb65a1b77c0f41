import { useDeferredValue } from 'react'
import { TARGETS, targetOf } from '../../shared/codegen/registry'
import { strings } from '../../shared/strings/strings'
import type { BlockPlace } from '../../shared/codegen/origin'
import { chosenTarget, chooseTarget } from '../code/chosen'
import { printed } from '../code/printed'
import { useSource } from '../code/use-source'
import { runCommand } from '../commands/registry'
import { useCodeSettings } from '../store/code-settings'
import { Button } from '../ui/Button'
import { Segments } from '../ui/Segments'
import { codeExcerpt } from './code-excerpt'
import styles from './BlockCode.module.css'

const words = strings.inspector
const options = Object.fromEntries(TARGETS.map(({ id, label }) => [id, label]))

/** The very lines of the program that come from a block. */
export function BlockCode(place: BlockPlace) {
  const target = chosenTarget(useCodeSettings())
  // What is typed, selected or dragged shows first.
  const newest = useSource()
  const source = useDeferredValue(newest, null)
  const result = source && printed(target, source)
  const text = result?.ok === true ? codeExcerpt(result.value, place) : ''
  return (
    <>
      <div className={styles.head}>
        <h3>{words.code}</h3>
        <Segments
          label={words.codeTarget}
          value={target.id}
          options={options}
          onChange={id => {
            const chosen = targetOf(id)
            if (chosen) chooseTarget(chosen)
          }}
        />
      </div>
      {newest !== null && source === null ? (
        <div className={styles.waiting} />
      ) : result === null ? (
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
