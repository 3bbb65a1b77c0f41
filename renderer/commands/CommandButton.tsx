import type { ReactElement, ReactNode } from 'react'
import type { CommandId } from '../../shared/commands/commands'
import { Button } from '../ui/Button'
import { Hint } from '../ui/Hint'
import { useCommand } from './use-command'

interface CommandButtonProps {
  readonly id: CommandId
  readonly icon?: ReactElement
  /** Beside the icon; without it the words are in the tooltip alone. */
  readonly children?: ReactNode
  readonly look?: 'plain' | 'soft' | 'primary'
  readonly className?: string | undefined
}

/** A button that runs a command, and knows its words, its keys and whether there is anything to do. */
export function CommandButton({ id, icon, children, look = 'plain', className = '' }: CommandButtonProps) {
  const { title, enabled, run } = useCommand(id)
  return (
    <Hint text={title}>
      <Button
        look={look}
        className={className}
        aria-label={children === undefined ? title : undefined}
        disabled={!enabled}
        onClick={run}
      >
        {icon}
        {children}
      </Button>
    </Hint>
  )
}
