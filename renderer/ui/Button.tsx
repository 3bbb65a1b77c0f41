import type { ComponentProps } from 'react'
import styles from './Button.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  /** `plain` for toolbars, `soft` in a frame, `primary` for the one that matters. */
  readonly look?: 'plain' | 'soft' | 'primary'
}

export function Button({ look = 'plain', className = '', ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={`${styles.button} ${styles[look]} ${className}`} />
}
