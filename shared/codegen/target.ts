import type { NetworkWeights } from '../network/initialise'
import type { Network } from '../network/network'
import type { DatasetInfo, SplitCounts } from '../datasets/dataset'
import type { Prepared } from '../datasets/prepare'
import type { Split } from '../datasets/split'
import type { Result } from '../result'
import type { ProgramForm } from './forms/form'
import type { PrintedModule } from './python/print'

/** What the one file that people read is written from. */
export interface ModelSource {
  readonly network: Network
  /** What it learns from; without it the code is the network alone. */
  readonly data?: { readonly dataset: DatasetInfo; readonly split: SplitCounts }
}

/** What a whole export is written from. */
export interface ExportSource {
  readonly network: Network
  /** The samples just as the trainer sees them. */
  readonly data?: { readonly prepared: Prepared; readonly split: Split }
  /** All of the network's weights, by path. */
  readonly weights?: NetworkWeights
}

export interface ExportOptions {
  readonly forms: readonly ProgramForm[]
  readonly hasWeights: boolean
}

/** The files of a folder that runs alone, by their paths in it. */
export type ExportFiles = ReadonlyMap<string, Uint8Array>

/** A framework that networks are exported to. */
export interface Target {
  readonly id: string
  readonly label: string
  readonly summary: string
  readonly weightsFile: string
  /** `model.py`, and for each block the lines that come from it. */
  readonly model: (source: ModelSource) => PrintedModule
  /** The files that people read, by their paths: quick, without the samples and the weights. */
  readonly texts: (source: ModelSource, options: ExportOptions) => ReadonlyMap<string, string>
  /** All files, the program in these forms: `model.py` unless told. */
  readonly files: (source: ExportSource, forms?: readonly ProgramForm[]) => Result<ExportFiles, string>
}
