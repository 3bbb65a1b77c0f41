import type { ProgramForm } from './form'
import { notebook } from './notebook'
import { script } from './script'

/** In the order in which they are offered. */
export const FORMS: readonly ProgramForm[] = [script, notebook]
