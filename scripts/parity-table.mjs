/** @typedef {{ target: string, type: string, outputs: number, gradients: number }} Fact */

/**
 * A table in Markdown: a row for each block, and for each target how many cases ran and the worst difference of
 * outputs and of gradients, rounded up to a power of ten, so that it is the same on every machine.
 * @param {readonly Fact[]} facts
 * @returns {string}
 */
export function parityTable(facts) {
  const targets = [...new Set(facts.map(({ target }) => target))].toSorted()
  const types = [...new Set(facts.map(({ type }) => type))].toSorted()
  /** @param {string} type @param {string} target */
  const cell = (type, target) => {
    const here = facts.filter(fact => fact.type === type && fact.target === target)
    if (here.length === 0) return 'none'
    const outputs = Math.max(...here.map(fact => fact.outputs))
    const gradients = Math.max(...here.map(fact => fact.gradients))
    return `${here.length}: ${roundedUp(outputs)}, ${roundedUp(gradients)}`
  }
  return [
    ['Block', ...targets],
    ['---', ...targets.map(() => '---')],
    ...types.map(type => [type, ...targets.map(target => cell(type, target))])
  ]
    .map(row => `| ${row.join(' | ')} |\n`)
    .join('')
}

/** @param {number} difference */
function roundedUp(difference) {
  if (!Number.isFinite(difference)) return 'no result'
  // Single precision has no more.
  return difference < 1e-7 ? '< 1e-7' : `< 1e${Math.floor(Math.log10(difference)) + 1}`
}
