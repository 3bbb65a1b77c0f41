import type { GroupId } from '../../shared/blocks/block'

/** The hue of a group, from the tokens; a type that is not known has none. */
export function groupColour(group: GroupId | undefined): string {
  return group === undefined ? 'var(--ink-3)' : `var(--g-${group})`
}
