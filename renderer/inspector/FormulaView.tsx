import type { Formula } from '../../shared/blocks/block'
import { mathml } from './mathml'
import styles from './Formula.module.css'

/** A formula with what its symbols stand for. */
export function FormulaView({ formula }: { readonly formula: Formula }) {
  return (
    <>
      <div className={styles.formula} {...drawn(formula.tex, formula.spoken)} />
      {formula.where.length > 0 && (
        <dl className={styles.where}>
          {formula.where.map(([symbol, words]) => (
            <div key={symbol}>
              <dt {...drawn(symbol)} />
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

/** Temml gives markup; it is made of constants of ours alone. */
function drawn(tex: string, spoken?: string) {
  return { dangerouslySetInnerHTML: { __html: mathml(tex, spoken) } }
}
