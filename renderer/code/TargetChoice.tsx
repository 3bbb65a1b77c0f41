import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { TARGETS } from '../../shared/codegen/registry'
import { strings } from '../../shared/strings/strings'
import { useCodeSettings } from '../store/code-settings'
import { Hint } from '../ui/Hint'
import { chosenTarget, chooseTarget } from './chosen'
import styles from './CodeSide.module.css'

/** Which framework the code is for; arrow keys move along. */
export function TargetChoice() {
  const settings = useCodeSettings()
  return (
    <RadioGroup
      className={styles.targets}
      aria-label={strings.code.framework}
      value={chosenTarget(settings).id}
      onValueChange={id => {
        const target = TARGETS.find(candidate => candidate.id === id)
        if (target) chooseTarget(target)
      }}
    >
      {TARGETS.map(({ id, label, summary }) => (
        <Hint key={id} text={summary}>
          <Radio.Root value={id} className={styles.target} aria-label={label}>
            {label}
          </Radio.Root>
        </Hint>
      ))}
    </RadioGroup>
  )
}
