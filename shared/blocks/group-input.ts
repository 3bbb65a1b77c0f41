import { int } from './params'
import { defineStructural } from './structural'

/** Where a definition receives what is connected to the group block that uses it. */
export const groupInput = defineStructural({
  kind: 'group-input',
  type: 'groupInput',
  label: 'Group input',
  aliases: ['argument', 'port'],
  tasks: ['reuse'],
  group: 'input',
  docs: {
    summary: 'Where the group receives what is connected to it.',
    use: 'Inside a group: one for each port on its left.'
  },
  params: {
    order: int({ label: 'Order', help: 'Its place among the ports, from the top.', default: 0, min: 0 })
  },
  card: () => 'from outside'
})
