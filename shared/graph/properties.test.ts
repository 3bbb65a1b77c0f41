import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyDocument } from '../document/arbitrary'
import type { Document } from '../document/schema'
import { flattenNetwork } from '../network/flatten'
import { lower } from '../network/lower'
import { summarise } from '../network/summary'
import { createAnalyser, type Analysis, type GraphAnalysis } from './analyse'
import { anyNetwork, registryKinds } from './arbitrary'
import { applyEdit, applyEdits } from './edits/apply'
import { anyEdit, editFrom } from './edits/arbitrary'
import { fixEdits } from './fixes'
import { analyseOnce, errorsOf } from './testing'

/** All that an analysis says, but for how it came to it. */
function told({ root, definitions, problems }: Analysis): unknown {
  const graph = ({ network, order, blocks, outputs }: GraphAnalysis): unknown => ({
    network,
    order,
    outputs: [...outputs],
    blocks: [...blocks].map(([id, { inTypes, outTypes, weights, values }]) => ({
      id,
      inTypes,
      outTypes,
      weights,
      values
    }))
  })
  return { root: graph(root), definitions: [...definitions].map(([id, one]) => [id, graph(one)]), problems }
}

it('an analysis that remembers says what one from scratch says, whatever is edited', () => {
  fc.assert(
    fc.property(
      anyDocument(registryKinds),
      fc.array(anyEdit(registryKinds), { maxLength: 12 }),
      (start, seeds) => {
        const analyse = createAnalyser()
        let document: Document = start
        expect(told(analyse(document))).toEqual(told(analyseOnce(document)))
        for (const seed of seeds) {
          const next = applyEdit(document, editFrom(document, seed))
          if (!next.ok) continue
          document = next.value
          expect(told(analyse(document))).toEqual(told(analyseOnce(document)))
        }
      }
    ),
    { numRuns: 60 }
  )
})

it('every fix can be made, whatever the document', () => {
  fc.assert(
    fc.property(anyDocument(registryKinds), document => {
      const refusals = analyseOnce(document).problems.flatMap(({ message, fix }) => {
        const made = fix && applyEdits(document, fixEdits(document, fix))
        return made && !made.ok ? [`${message} ${fix.label}: ${made.error.message}`] : []
      })
      expect(refusals).toEqual([])
    }),
    { numRuns: 150 }
  )
})

it('a network grown by infer has no errors, and can be lowered and summed up', () => {
  fc.assert(
    fc.property(anyNetwork, document => {
      const analysis = analyseOnce(document)
      expect(errorsOf(analysis)).toEqual([])
      const network = lower(document, analysis)
      if (!network.ok) throw new Error('not lowered')
      const flat = flattenNetwork(network.value)
      if (!flat.ok) throw new Error(flat.error)
      const summary = summarise(flat.value, 3)
      expect(summary.layers).toBe(flat.value.layers.length)
      expect(summary.trainable).toBeLessThanOrEqual(summary.parameters)
      expect(summary.bytes.weights).toBe(4 * summary.parameters)
    }),
    { numRuns: 60 }
  )
})

it('what can’t be lowered is refused, never a crash', () => {
  fc.assert(
    fc.property(anyDocument(registryKinds), document => {
      const analysis = analyseOnce(document)
      const network = lower(document, analysis)
      expect(network.ok).toBe(errorsOf(analysis).length === 0)
      if (network.ok) flattenNetwork(network.value)
    }),
    { numRuns: 150 }
  )
})
