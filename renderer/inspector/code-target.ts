import { create } from 'zustand'
import type { Target } from '../../shared/codegen/target'

/** The framework in whose words blocks are shown; the same from one block to the next. */
export const useCodeTarget = create<{ readonly target: Target['id'] }>()(() => ({ target: 'keras' }))
