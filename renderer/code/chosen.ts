import type { ProgramForm } from '../../shared/codegen/forms/form'
import { FORMS } from '../../shared/codegen/forms/registry'
import { TARGETS, targetOf } from '../../shared/codegen/registry'
import type { Target } from '../../shared/codegen/target'
import { useCodeSettings, type CodeSettings } from '../store/code-settings'

/** The framework that was chosen last; the first one where that is no longer there. */
export function chosenTarget({ target }: Pick<CodeSettings, 'target'>): Target {
  const found = targetOf(target.id) ?? TARGETS[0]
  if (!found) throw new Error('there is no target')
  return found
}

export function chooseTarget({ id, label }: Target): void {
  useCodeSettings.setState({ target: { id, label } })
}

/** What the program is exported as: at least one. */
export function chosenForms({ forms }: Pick<CodeSettings, 'forms'>): readonly ProgramForm[] {
  const chosen = FORMS.filter(form => forms.includes(form.id))
  return chosen.length > 0 ? chosen : FORMS.slice(0, 1)
}

export function chooseForm({ id }: ProgramForm, chosen: boolean): void {
  useCodeSettings.setState(settings => {
    const others = chosenForms(settings).flatMap(form => (form.id === id ? [] : [form.id]))
    return { forms: chosen ? [...others, id] : others }
  })
}
