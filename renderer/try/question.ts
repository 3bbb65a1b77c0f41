import type { CategoryField, Field, VectorField } from '../../shared/datasets/dataset'
import { findDataset } from '../../shared/datasets/registry'
import type { BlockId, DataBinding, Document } from '../../shared/document/schema'
import { networkOf } from '../../shared/network/network-of'
import { strings } from '../../shared/strings/strings'
import type { Plain } from '../../shared/training/protocol'
import { lossOf } from '../../shared/training/losses'

const words = strings.trying

/** An Input of a network, and what it reads. */
interface Asked {
  readonly block: BlockId
  readonly field: Field
}

interface Known {
  readonly data: DataBinding
  readonly inputs: readonly Asked[]
  /** What stands for a sample where one picture must do: what the first Input reads. */
  readonly field: Field
  /** The Output that is asked. */
  readonly output: BlockId
}

/** Which of these classes is it? */
export interface ClassQuestion extends Known {
  readonly kind: 'classes'
  readonly target: CategoryField
  readonly classes: readonly string[]
}

/** How large are these numbers? */
export interface NumberQuestion extends Known {
  readonly kind: 'numbers'
  readonly target: VectorField
}

/** What a trained network can be asked; `none` where nothing can, and why. */
export type Question = ClassQuestion | NumberQuestion | { readonly kind: 'none'; readonly why: string }

const known = new WeakMap<Document, Question>()

/** Of several Outputs the first that names classes is asked, else the first; documents never change, so each is read once. */
export function questionOf(document: Document): Question {
  const question = known.get(document) ?? read(document)
  known.set(document, question)
  return question
}

function read(document: Document): Question {
  const { data } = document
  const dataset = data && findDataset(data.source)
  if (!data || !dataset) return none(words.noData)
  const made = networkOf(document)
  if (!made.ok) return none(made.error[0]?.message ?? words.noOutput)
  const { inputs, outputs } = made.value.flat
  const fieldOf = (name: string): Field | undefined => dataset.fields.find(field => field.name === name)
  const asked = inputs.flatMap(({ block, field: name }) => {
    const field = fieldOf(name)
    return field ? [{ block, field }] : []
  })
  const [first] = asked
  const output = outputs.find(({ loss }) => lossOf(loss).metric === 'accuracy') ?? outputs[0]
  const target = output && fieldOf(output.target)
  if (!first || asked.length < inputs.length) return none(words.noField)
  if (!output || !target) return none(words.noOutput)
  const all = { data, inputs: asked, field: first.field, output: output.block }
  if (target.kind === 'category') return { kind: 'classes', ...all, target, classes: target.classes }
  if (target.kind === 'vector') return { kind: 'numbers', ...all, target }
  return none(words.noOutput)
}

function none(why: string): Question {
  return { kind: 'none', why }
}

/** By which form a question is asked: where Inputs read different fields, by whole samples alone. */
export type Form =
  | { readonly kind: 'digit' }
  | { readonly kind: 'tokens'; readonly field: Extract<Field, { kind: 'tokens' }> }
  | { readonly kind: 'numbers'; readonly field: VectorField }
  | { readonly kind: 'sample' }

export function formOf({ inputs, field }: Known): Form {
  if (inputs.some(other => other.field !== field)) return { kind: 'sample' }
  if (field.kind === 'tokens') return { kind: 'tokens', field }
  if (field.kind === 'vector') return { kind: 'numbers', field }
  return field.kind === 'image' && field.type.shape.join() === '28,28,1'
    ? { kind: 'digit' }
    : { kind: 'sample' }
}

export type TryView = keyof typeof words.views

/** The ways of looking that suit a question. */
export function viewsOf(question: ClassQuestion | NumberQuestion): readonly TryView[] {
  if (question.kind === 'numbers') return ['ask', 'truth']
  return planeOf(question) ? ['ask', 'samples', 'matrix', 'boundary'] : ['ask', 'samples', 'matrix']
}

/** The field whose two numbers are the places of a plane; `null` for any other network. */
export function planeOf(question: ClassQuestion): VectorField | null {
  const form = formOf(question)
  return form.kind === 'numbers' && form.field.columns.length === 2 ? form.field : null
}

/** What the Inputs are given, from the values of each field. */
export function inputsOf(
  { inputs }: Known,
  fields: ReadonlyMap<string, Plain>
): Readonly<Record<BlockId, Plain>> {
  return Object.fromEntries(
    inputs.flatMap(({ block, field }) => {
      const plain = fields.get(field.name)
      return plain ? [[block, plain]] : []
    })
  )
}
