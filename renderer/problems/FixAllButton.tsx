import { strings } from '../../shared/strings/strings'
import { reveal } from '../canvas/reveal'
import { takeAllFixes } from '../store/edit-document'
import { notify } from '../store/session'
import { Button } from '../ui/Button'
import { Hint } from '../ui/Hint'

const words = strings.problems

/** One step of undo, however many problems it mends. */
export function FixAllButton() {
  const take = (): void => {
    const taken = takeAllFixes()
    if (taken.ok) reveal()
    else notify({ kind: 'error', title: words.error, text: taken.error.message })
  }
  return (
    <Hint text={words.fixAllHelp}>
      <Button look="soft" onClick={take}>
        {words.fixAll}
      </Button>
    </Hint>
  )
}
