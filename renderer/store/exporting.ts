import { create } from 'zustand'
import type { Document } from '../../shared/document/schema'
import type { ExportStep } from '../../shared/codegen/make-export'

interface Exporting {
  /** The export that is being made. */
  readonly going: {
    readonly name: string
    readonly step: ExportStep
    readonly steps: readonly ExportStep[]
    readonly cancel: () => void
  } | null
  /** What the last one was made of, and how large its files became. */
  readonly last: {
    readonly document: Document
    readonly target: string
    readonly sizes: ReadonlyMap<string, number>
  } | null
}

export const useExporting = create<Exporting>()(() => ({ going: null, last: null }))
