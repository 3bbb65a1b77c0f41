import type { Fix } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { reveal } from '../canvas/reveal'
import { takeFix } from '../store/edit-document'
import { notify } from '../store/session'
import { Button } from '../ui/Button'
import styles from './FixButton.module.css'

/** One step of undo, whatever the fix changes. */
export function FixButton({ fix }: { readonly fix: Fix }) {
  const take = (): void => {
    const taken = takeFix(fix)
    if (taken.ok) reveal()
    else notify({ kind: 'error', title: strings.problems.error, text: taken.error.message })
  }
  return (
    <Button look="primary" className={styles.fix ?? ''} onClick={take}>
      {fix.label}
    </Button>
  )
}
