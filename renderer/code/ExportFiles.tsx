import { useMemo } from 'react'
import type { ModelSource, Target } from '../../shared/codegen/target'
import { strings } from '../../shared/strings/strings'
import { useCodeSettings } from '../store/code-settings'
import { useDocument } from '../store/document'
import { useExportableWeights } from '../store/exportable'
import { useExporting } from '../store/exporting'
import { useSettings } from '../store/settings'
import { useSummary } from '../store/summary'
import { Checkbox } from '../ui/Checkbox'
import { chooseForm, chosenForms } from './chosen'
import { exportRows, type ExportRow } from './export-rows'
import styles from './CodeSide.module.css'

const words = strings.code

/** What an export has in it, each file with its size; those that need not be are chosen here. */
export function ExportFiles({ target, source }: { readonly target: Target; readonly source: ModelSource }) {
  const settings = useCodeSettings()
  const weights = useExportableWeights()
  const weightBytes = useSummary()?.bytes.weights ?? 0
  const document = useDocument(s => s.document)
  const last = useExporting(s => s.last)
  const units = useSettings(s => s.units)
  const sizes = last?.document === document && last.target === target.id ? last.sizes : null
  const hasWeights = settings.weights && weights.kind === 'fitting'
  const rows = useMemo(
    () => exportRows(target, source, { forms: chosenForms(settings), hasWeights, weightBytes, sizes, units }),
    [target, source, settings, hasWeights, weightBytes, sizes, units]
  )
  return (
    <div role="group" aria-label={words.files}>
      <ul className={styles.files}>
        {rows.map(row => (
          <li key={row.file} className={isIn(row, hasWeights) ? '' : styles.out}>
            <Choice row={row} only={chosenForms(settings).length === 1} weights={weights.kind} />
            <span>{row.file}</span>
            {row.kind.kind === 'weights' && weights.kind !== 'fitting' ? (
              <small title={words.noWeights[weights.kind].long}>{words.noWeights[weights.kind].short}</small>
            ) : (
              <small>{row.size}</small>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function isIn({ kind: is }: ExportRow, hasWeights: boolean): boolean {
  return is.kind === 'always' || (is.kind === 'form' ? is.chosen : hasWeights)
}

interface ChoiceProps {
  readonly row: ExportRow
  /** Whether one form alone is chosen, which then stays. */
  readonly only: boolean
  readonly weights: ReturnType<typeof useExportableWeights>['kind']
}

function Choice({ row: { file, kind: is }, only, weights }: ChoiceProps) {
  const wanted = useCodeSettings(s => s.weights)
  switch (is.kind) {
    case 'always':
      return <span />
    case 'form':
      return (
        <Checkbox
          label={words.include(file)}
          checked={is.chosen}
          disabled={is.chosen && only}
          onChange={checked => chooseForm(is.form, checked)}
        />
      )
    case 'weights':
      return (
        <Checkbox
          label={
            weights === 'fitting' ? words.include(file) : words.refused(file, words.noWeights[weights].long)
          }
          checked={wanted && weights === 'fitting'}
          disabled={weights !== 'fitting'}
          onChange={checked => useCodeSettings.setState({ weights: checked })}
        />
      )
  }
}
