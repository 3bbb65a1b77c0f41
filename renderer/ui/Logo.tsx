import { strings } from '../../shared/strings/strings'
import styles from './Logo.module.css'

export function Logo() {
  return (
    <span className={styles.logo}>
      <LogoMark size={20} />
      {strings.app.name}
    </span>
  )
}

/** The sign alone; `size` in pixels. */
export function LogoMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="2" width="7" height="7" rx="2" fill="var(--g-core)" />
      <rect x="1" y="11" width="7" height="7" rx="2" fill="var(--g-attention)" />
      <rect x="12" y="6.5" width="7" height="7" rx="2" fill="var(--g-convolution)" />
      <path
        d="M8 5.5h2.2q1.8 0 1.8 2v1M8 14.5h2.2q1.8 0 1.8-2v-1"
        stroke="var(--ink-3)"
        fill="none"
        strokeWidth="1.4"
      />
    </svg>
  )
}
