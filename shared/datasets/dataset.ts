import type { TensorType } from '../blocks/tensor-type'
import type { Result } from '../result'

/** What to do with a field's values before training. */
export type Preprocessing = 'none' | 'standardise'

interface FieldBase {
  readonly name: string
  readonly label: string
  /** Of one sample. */
  readonly type: TensorType
}

/** `[height, width, channels]`, values 0 to 1. */
export interface ImageField extends FieldBase {
  readonly kind: 'image'
}
export interface VectorField extends FieldBase {
  readonly kind: 'vector'
  /** What each number is, with its unit. */
  readonly columns: readonly string[]
  readonly preprocessing: Preprocessing
}
/** `[length]` of int32: places in `vocabulary`. Place 0 is the padding at the end. */
export interface TokensField extends FieldBase {
  readonly kind: 'tokens'
  readonly vocabulary: readonly string[]
}
/** One int32, the place in `classes`. */
export interface CategoryField extends FieldBase {
  readonly kind: 'category'
  readonly classes: readonly string[]
}
export type Field = ImageField | VectorField | TokensField | CategoryField

export interface SplitCounts {
  readonly train: number
  readonly validation: number
  readonly test: number
}

/** What is known without loading anything. */
export interface DatasetInfo {
  readonly id: string
  readonly label: string
  readonly summary: string
  readonly licence: string
  readonly source: string
  readonly task: 'classification' | 'regression'
  readonly fields: readonly Field[]
  /** Samples. */
  readonly size: number
  /** How many samples are set apart for the test once and for all; 0 where any may be taken. */
  readonly fixedTest: number
  /** A good first choice. */
  readonly split: SplitCounts
  /** Of its bytes, unpacked or generated: which data this is, to the last bit. */
  readonly sha256: string
}

/** All samples of a field, one after the other. A value is `stored / divisor`, rounded to float32. */
export interface Column {
  /** Of one sample. */
  readonly shape: readonly number[]
  readonly dtype: 'float32' | 'int32'
  readonly stored: Float32Array | Int32Array | Uint8Array
  readonly divisor: number
}

export interface LoadedDataset {
  readonly info: DatasetInfo
  readonly size: number
  /** By the name of the field. */
  readonly columns: ReadonlyMap<string, Column>
  /** The samples set apart for the test, ascending; empty where any may be taken. */
  readonly testRows: Int32Array
}

/** `unavailable`: could not be read at all; `damaged`: read, but not what it should be. */
export interface DatasetMistake {
  readonly kind: 'unavailable' | 'damaged'
  readonly message: string
}

/** Gives the bytes of a file in assets/datasets; may reject. */
export type ReadAsset = (asset: string) => Promise<Uint8Array>

/** Where the bytes of a dataset come from. */
export type DataOrigin =
  /** A packed file in assets/datasets; `bytes` unpacked. */
  | { readonly kind: 'file'; readonly asset: string; readonly bytes: number }
  /** Made on the spot, the same everywhere. */
  | { readonly kind: 'generated'; readonly make: () => Uint8Array<ArrayBuffer> }

export interface Dataset extends DatasetInfo {
  readonly origin: DataOrigin
  load(read: ReadAsset): Promise<Result<LoadedDataset, DatasetMistake>>
}
