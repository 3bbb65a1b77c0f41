import { EXAMPLES, type Example } from '../../shared/examples/registry'
import { openCopy } from '../store/files'

const files = import.meta.glob<string>('../../shared/examples/*.blockprop', {
  query: '?raw',
  import: 'default'
})

/** Opens an example as a new document, which is nowhere saved yet. */
export async function openExample({ name }: Example): Promise<void> {
  const load = files[`../../shared/examples/${name}.blockprop`]
  if (load) openCopy(new TextEncoder().encode(await load()), `${name}.blockprop`)
}

/** Those whose file is there. */
export const examples = EXAMPLES.filter(({ name }) => `../../shared/examples/${name}.blockprop` in files)
