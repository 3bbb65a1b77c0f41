import { int, text } from './params'
import { defineStructural } from './structural'

/** An instance of a definition that the document keeps once and uses wherever it is wanted. */
export const group = defineStructural({
  kind: 'group',
  type: 'group',
  label: 'Group',
  aliases: ['module', 'subgraph', 'function', 'repeat', 'residual'],
  tasks: ['reuse', 'residual block', 'encoder layer', 'deep network'],
  group: 'core',
  docs: {
    summary: 'A network of your own as one block. Each use has its own weights.',
    use: 'For parts that come again: a residual block, an encoder layer.'
  },
  params: {
    network: text({
      label: 'Definition',
      help: 'The group that is used here.',
      default: '',
      suggest: 'network'
    }),
    repeat: int({
      label: 'Repeat',
      help: 'How many times in a row, each with its own weights.',
      default: 1,
      min: 1,
      max: 1000
    })
  },
  card: p => (p.repeat === 1 ? 'group' : `group × ${p.repeat}`)
})
