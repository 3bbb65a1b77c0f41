/** Words that both scripts say, made from names that people chose. */
import type { SplitCounts } from '../datasets/dataset'
import type { Network } from '../network/network'
import type { Head } from '../training/losses'
import type { DataPlan } from './data-plan'
import type { ModelSource } from './target'

/** A person's name in the middle of a sentence: one line, not too long. */
export function shown(name: string, longest = 60): string {
  const line = name.replace(/[\s\p{C}\p{Z}]+/gu, ' ').trim()
  const characters = Array.from(line)
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line
}

export function titleOf(network: Network): string {
  return shown(network.name) || 'A network'
}

/** The docstring of `model.py`. */
export function moduleDocstring({ network, data }: ModelSource, framework: string): string {
  const title = `${titleOf(network)}: a neural network in ${framework}, made with Blockprop.`
  if (!data) return title
  return [
    title,
    '',
    `It learns from ${shown(data.dataset.label)}: ${listed(splitParts(data.split))}.`,
    '',
    'Train and test it: python model.py',
    'See what else it can do: python model.py --help'
  ].join('\n')
}

/** `7000 samples to train on`, `1000 to validate with`, `2000 to test` */
export function splitParts({ train, validation, test }: SplitCounts): readonly string[] {
  return [
    `${train} samples to train on`,
    ...(validation > 0 ? [`${validation} to validate with`] : []),
    ...(test > 0 ? [`${test} to test`] : [])
  ]
}

/** A name without what Markdown, HTML or a formula would read as more than text. */
export function markdownText(text: string): string {
  return shown(text, 200).replace(/[\\`*_{}[\]<>#|!&~$]/g, character => `\\${character}`)
}

/** Commands for a terminal, as lines of Markdown. */
export function shell(...lines: readonly string[]): readonly string[] {
  return ['```sh', ...lines, '```']
}

/** `a, b and c` */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

/** What a reader should know of a network that ends in scores. */
export function endComment({ outputs }: DataPlan): { readonly endComment?: string } {
  const heads = headsOf(outputs.filter(({ output }) => output.fromScores).map(({ output }) => output.head))
  return heads.length === 0
    ? {}
    : { endComment: `No ${heads.join(', no ')} at the end: the loss puts it in itself, and predict does.` }
}

/** Each activation that is put back, once. */
export function headsOf(heads: readonly Head[]): readonly Head[] {
  return [...new Set(heads.filter(head => head !== 'none'))]
}

export function predictDocstring(heads: readonly Head[]): string {
  const put = headsOf(heads)
  return put.length === 0
    ? 'What the network answers.'
    : `What the network answers, as probabilities: ${put.join(' and ')} of its scores.`
}
