import { int } from './params'
import { defineStructural } from './structural'

/** Where a definition gives a result to whoever uses it. */
export const groupOutput = defineStructural({
  kind: 'group-output',
  type: 'groupOutput',
  label: 'Group output',
  aliases: ['return', 'port'],
  tasks: ['reuse'],
  group: 'input',
  docs: {
    summary: 'Where the group hands its result on.',
    use: 'Inside a group: one for each port on its right.'
  },
  params: {
    order: int({ label: 'Order', help: 'Its place among the ports, from the top.', default: 0, min: 0 })
  },
  card: () => 'to outside'
})
