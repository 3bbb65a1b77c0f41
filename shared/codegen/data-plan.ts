import type { Dim, TensorType } from '../blocks/tensor-type'
import type { DatasetInfo } from '../datasets/dataset'
import type { Network, NetworkOutput } from '../network/network'
import { createNames } from './python/names'
import type { ModelSource } from './target'

/** The parts of a split, as the script calls them. */
export type Part = 'train' | 'validation' | 'test'

/** A field on its way into the network. */
export interface PlannedInput {
  /** What the script calls it. */
  readonly variable: string
  /** Its array in data.npz. */
  readonly array: string
  readonly type: TensorType
}

/** A field that an output is compared with. */
export interface PlannedOutput {
  /** What the script calls the right answers. */
  readonly target: string
  readonly array: string
  /** What the script calls the network's answers. */
  readonly answer: string
  /** In the names of results: `digit` in `digit_accuracy`. */
  readonly label: string
  readonly output: NetworkOutput
  /** The constant that holds the names of the classes, and the names; absent without classes, or with too many. */
  readonly classes?: { readonly constant: string; readonly names: readonly string[] }
}

/** What the script calls all that it handles, and where it lies in data.npz. */
export interface DataPlan {
  /** By the name of the dataset's field. */
  readonly arrays: ReadonlyMap<string, string>
  readonly inputs: readonly PlannedInput[]
  readonly outputs: readonly PlannedOutput[]
  /** Those that have samples. */
  readonly parts: readonly Part[]
}

/** More names than this make no file that people like to read. */
const MOST_CLASSES = 30

/** All names that the functions of a script use for themselves. */
const RESERVED = (
  'x y np nn F torch keras layers os argparse args parser model data loader optimizer loss epoch epochs batch ' +
  'results rows part parts layer layers path arrays index value name total train_loss right error labels inputs targets ' +
  'answers probabilities scores train test validation train_data validation_data test_data samples main predict ' +
  'evaluate describe load_data load_weights save_weights build_model compile_model read_arguments loss_function ' +
  'fastest_device file weights'
).split(' ')

/** The fields in use, each with an array of its own: called as the field, where that is a plain name. */
function arrayNames(network: Network): ReadonlyMap<string, string> {
  const fields = new Set([
    ...network.root.inputs.map(input => input.field),
    ...network.outputs.map(output => output.target)
  ])
  const parts = ['train', 'validation', 'test']
  const isPlain = (field: string): boolean => /^[A-Za-z]\w{0,39}$/.test(field) && !parts.includes(field)
  const names = createNames([...parts, ...[...fields].filter(isPlain)])
  return new Map([...fields].map(field => [field, isPlain(field) ? field : names.unique(field)]))
}

export function planData({ network, data }: ModelSource): DataPlan {
  const arrays = arrayNames(network)
  const names = createNames(RESERVED)
  const labels = createNames()
  const constants = createNames()
  const arrayOf = (field: string): string => arrays.get(field) ?? ''
  const inputs = network.root.inputs.map(({ field, type }) => ({
    variable: names.unique(field),
    array: arrayOf(field),
    type
  }))
  const several = network.outputs.length > 1
  const outputs = network.outputs.map((output): PlannedOutput => {
    const target = names.unique(output.target)
    const kind = output.head === 'none' ? 'outputs' : 'scores'
    const classNames = data && classesOf(data.dataset, output.target)
    return {
      target,
      array: arrayOf(output.target),
      answer: several ? names.unique(`${output.name} ${kind}`) : kind,
      label: labels.unique(output.name),
      output,
      ...(classNames && {
        classes: { constant: constants.unique(`${output.target} classes`).toUpperCase(), names: classNames }
      })
    }
  })
  const parts = (['train', 'validation', 'test'] as const).filter(part => (data?.split[part] ?? 0) > 0)
  return { arrays, inputs, outputs, parts }
}

function classesOf(dataset: DatasetInfo, field: string): readonly string[] | undefined {
  const found = dataset.fields.find(f => f.name === field)
  if (found?.kind !== 'category' || found.classes.length > MOST_CLASSES) return undefined
  // Digits are called as they are numbered.
  return found.classes.some((name, i) => name !== String(i)) ? found.classes : undefined
}

/** `[batch, 28, 28, 1]` */
export function batchShape(shape: readonly Dim[]): string {
  return `[${['batch', ...shape.map(d => d ?? 'time')].join(', ')}]`
}
