interface MiniWindowProps {
  readonly theme: 'light' | 'dark'
  readonly className?: string | undefined
}

const palette = ['--g-core', '--g-convolution', '--g-pooling', '--g-recurrent', '--g-attention']

/** Blockprop's window in small, in a theme that need not be the one of the window around it. */
export function MiniWindow({ theme, className }: MiniWindowProps) {
  return (
    <svg viewBox="0 0 144 90" data-theme={theme} className={className} aria-hidden="true">
      <rect width="144" height="90" fill="var(--canvas)" />
      <path d="M0 10h30v80H0z" fill="var(--panel)" />
      <path d="M0 0h144v10H0z" fill="var(--panel)" />
      <path d="M0 10.5h144M30.5 10v80M30 70.5h114" stroke="var(--line)" />
      <path d="M31 71h113v19H31z" fill="var(--panel)" />
      <rect x="118" y="2.5" width="22" height="5" rx="2" fill="var(--accent)" />
      <rect x="5" y="3.5" width="20" height="3" rx="1.5" fill="var(--ink)" />
      {palette.map((group, i) => (
        <g key={group} transform={`translate(0 ${17 + i * 11})`}>
          <rect x="5" width="5" height="5" rx="1.5" fill={`var(${group})`} />
          <rect x="13" y="1.5" width={i % 2 === 0 ? 12 : 9} height="2" rx="1" fill="var(--ink-3)" />
        </g>
      ))}
      <path d="M66 32h8q8 0 8 6v4q0 6 8 6h4" stroke="var(--wire)" strokeWidth="1.2" fill="none" />
      <Card x={40} y={24} group="--g-core" />
      <Card x={94} y={40} group="--g-convolution" />
      <path d="M38 84q10-1 15-5t16-3 14-1 16-.5" stroke="var(--series-train)" fill="none" />
      <path d="M100 84l6-5 8 1 10-4 12-2" stroke="var(--series-val)" fill="none" />
    </svg>
  )
}

interface CardProps {
  readonly x: number
  readonly y: number
  readonly group: string
}

function Card({ x, y, group }: CardProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x=".5" y=".5" width="36" height="17" rx="3" fill="var(--raised)" stroke="var(--line-strong)" />
      <rect x="4" y="5" width="7" height="7" rx="2" fill={`var(${group})`} />
      <rect x="14" y="5" width="17" height="2.4" rx="1.2" fill="var(--ink)" />
      <rect x="14" y="10" width="12" height="2" rx="1" fill="var(--ink-3)" />
    </g>
  )
}
