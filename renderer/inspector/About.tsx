import type { ActivationId } from '../../shared/blocks/activation-table'
import { activationOf } from '../../shared/blocks/activations'
import type { Formula } from '../../shared/blocks/block'
import type { AnyValues } from '../../shared/blocks/params'
import type { AnyBlock } from '../../shared/blocks/registry'
import { strings } from '../../shared/strings/strings'
import { part } from '../ui/part'
import { whenIdle } from '../ui/when-idle'
import formulaStyles from './Formula.module.css'
import styles from './Inspector.module.css'

const words = strings.inspector

// What turns LaTeX into MathML is large.
const FormulaView = part(
  () => import('./FormulaView').then(module => module.FormulaView),
  <div className={formulaStyles.waiting} />
)
whenIdle(() => void FormulaView.load())

interface AboutProps {
  readonly spec: AnyBlock
  readonly values: AnyValues | null
}

/** What a block does, in words and as a formula, and when to use it. */
export function About({ spec, values }: AboutProps) {
  return (
    <section className={styles.card}>
      <h3>{words.what}</h3>
      <p>{spec.docs.summary}</p>
      {formulasOf(spec, values).map(formula => (
        <FormulaView key={formula.tex} formula={formula} />
      ))}
      <h3>{words.when}</h3>
      <p>{spec.docs.use}</p>
    </section>
  )
}

/** That of the block, and that of the activation which it is set to. */
function formulasOf(spec: AnyBlock, values: AnyValues | null): readonly Formula[] {
  const param = spec.kind === 'layer' ? spec.activationParam : undefined
  const chosen = param === undefined ? undefined : values?.[param]
  return [
    ...(spec.docs.formula ? [spec.docs.formula] : []),
    ...(typeof chosen === 'string' ? [activationOf(chosen as ActivationId).formula] : [])
  ]
}
