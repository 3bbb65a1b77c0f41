import type { CommandId } from '../../shared/commands/commands'

/** What a command does; its words and keys are in `shared/commands`. */
export interface Command {
  readonly id: CommandId
  /** Whether there is something to do now; asked in selectors, so it reads stores and is quick. */
  readonly enabled: () => boolean
  /** More exact words than the label: "Undo add Dense". */
  readonly title?: () => string
  /** Whether it is on, of what can be on or off; a menu marks it. */
  readonly checked?: () => boolean
  readonly run: () => void
}

export const always = (): boolean => true
