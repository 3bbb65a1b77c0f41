import { create } from 'zustand'
import { host } from '../host/current'

/** How the network's code is looked at and taken away. */
export interface CodeSettings {
  /** The framework; with its label, which commands say before any printer is loaded. */
  readonly target: { readonly id: string; readonly label: string }
  /** By their ids: what the program is exported as. */
  readonly forms: readonly string[]
  /** Whether trained weights go along, where there are any. */
  readonly weights: boolean
}

const key = 'code'

const preset: CodeSettings = { target: { id: 'keras', label: 'Keras' }, forms: ['script'], weights: true }

/** Remembered from one window to the next. */
export const useCodeSettings = create<CodeSettings>()(() => codeSettingsOf(host.readSetting(key)))

useCodeSettings.subscribe(settings => host.writeSetting(key, JSON.stringify(settings)))

/** What a stored setting says; what can't be read is as at first. */
export function codeSettingsOf(stored: string | null): CodeSettings {
  let found: unknown = null
  try {
    found = JSON.parse(stored ?? 'null')
  } catch {
    // Something else has written there.
  }
  const { target, forms, weights } = record(found)
  const { id, label } = record(target)
  return {
    target: typeof id === 'string' && typeof label === 'string' ? { id, label } : preset.target,
    forms: Array.isArray(forms) && forms.length > 0 ? forms.map(String) : preset.forms,
    weights: typeof weights === 'boolean' ? weights : preset.weights
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
}
