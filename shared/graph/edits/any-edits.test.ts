import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../document/arbitrary'
import { checkDocument } from '../../document/check'
import { deepFreeze } from '../../document/freeze'
import type { Document } from '../../document/schema'
import { topology } from '../topology'
import { applyEdit } from './apply'
import { anyEdit, editFrom } from './arbitrary'

const hasCycle = (document: Document): boolean =>
  Object.values(document.networks).some(inside => topology(inside).cycles.length > 0)

test('no sequence of edits breaks an invariant, changes what was there, or makes a first cycle', () => {
  fc.assert(
    fc.property(anyDocument(), fc.array(anyEdit(), { minLength: 5, maxLength: 30 }), (document, seeds) => {
      let current = deepFreeze(document)
      for (const seed of seeds) {
        const edit = deepFreeze(editFrom(current, seed))
        const applied = applyEdit(current, edit)
        if (!applied.ok) {
          expect(applied.error.message).toMatch(/\.$/)
          continue
        }
        expect(checkDocument(applied.value)).toEqual(applied)
        if (!hasCycle(current)) expect(hasCycle(applied.value)).toBe(false)
        current = deepFreeze(applied.value)
      }
    }),
    { numRuns: 200 }
  )
})

test('the random edits are of every kind, made and refused', () => {
  const seen = new Map<string, Set<boolean>>()
  fc.assert(
    fc.property(anyDocument(), fc.array(anyEdit(), { minLength: 20, maxLength: 20 }), (document, seeds) => {
      for (const seed of seeds) {
        const edit = editFrom(document, seed)
        const results = seen.get(edit.kind) ?? new Set()
        seen.set(edit.kind, results.add(applyEdit(document, edit).ok))
      }
    }),
    { numRuns: 150, seed: 1 }
  )
  const both = [...seen].filter(([, results]) => results.size === 2).map(([kind]) => kind)
  expect(both.sort()).toEqual(
    'addBlock addNetwork bringBack connect disconnect insertBetween moveBlocks removeBlocks removeNetwork rename renameNetwork reorderInputs replaceBlock setFrozen setName setParam setParams setTraining setWeightsOf'.split(
      ' '
    )
  )
})
