import { dataSize } from '../../shared/codegen/data-size'
import type { ProgramForm } from '../../shared/codegen/forms/form'
import { FORMS } from '../../shared/codegen/forms/registry'
import type { ModelSource, Target } from '../../shared/codegen/target'
import type { SettingValue } from '../../shared/settings/settings'
import { bytesText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'

const words = strings.code.size

/** A file that an export has, or may have. */
export interface ExportRow {
  readonly file: string
  readonly size: string
  readonly kind:
    | { readonly kind: 'always' }
    | { readonly kind: 'form'; readonly form: ProgramForm; readonly chosen: boolean }
    | { readonly kind: 'weights' }
}

interface Known {
  readonly forms: readonly ProgramForm[]
  readonly hasWeights: boolean
  /** Bytes of all weights. */
  readonly weightBytes: number
  /** Of the last export of this very document. */
  readonly sizes: ReadonlyMap<string, number> | null
  readonly units: SettingValue<'units'>
}

/** Each file with its size: exact where it is written already or written quickly, else what it can be at most. */
export function exportRows(target: Target, source: ModelSource, known: Known): readonly ExportRow[] {
  const { forms, hasWeights, weightBytes, sizes } = known
  const told = (bytes: number): string => bytesText(bytes, known.units)
  const texts = target.texts(source, { forms, hasWeights })
  const others = target.texts(source, { forms: FORMS.filter(form => !forms.includes(form)), hasWeights })
  const encoder = new TextEncoder()
  const exact = (file: string): string =>
    words.exact(told(encoder.encode(texts.get(file) ?? others.get(file) ?? '').length))
  const binary = (file: string, otherwise: string): string => {
    const made = sizes?.get(file)
    return made === undefined ? otherwise : words.exact(told(made))
  }
  const always = { kind: 'always' } as const
  return [
    ...FORMS.map(form => ({
      file: form.file,
      size: exact(form.file),
      kind: { kind: 'form', form, chosen: forms.includes(form) } as const
    })),
    ...(source.data
      ? [
          {
            file: 'data.npz',
            size: binary('data.npz', words.most(told(dataSize(source)))),
            kind: always
          }
        ]
      : []),
    {
      file: target.weightsFile,
      size: binary(target.weightsFile, words.about(told(weightBytes))),
      kind: { kind: 'weights' }
    },
    ...['requirements.txt', 'README.md'].map(file => ({ file, size: exact(file), kind: always }))
  ]
}
