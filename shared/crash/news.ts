/** Why the process of a window has ended; each has its words. */
export const CRASH_REASONS = ['crashed', 'memory', 'killed', 'failed'] as const
export type CrashReason = (typeof CRASH_REASONS)[number]

/** What the crash page is told, in its address: it has nothing else to ask for it. */
export interface CrashNews {
  readonly reason: CrashReason
  /** When the work of the window was last kept, in milliseconds since 1970; `null`: all was saved. */
  readonly kept: number | null
}

/** `?reason=memory&kept=1780000000000`, to go behind `crash.html`. */
export function crashQuery({ reason, kept }: CrashNews): string {
  return `?${new URLSearchParams({ reason, ...(kept !== null && { kept: String(Math.round(kept)) }) }).toString()}`
}

/** What can't be read is as if it had not been said. */
export function crashNewsIn(query: string): CrashNews {
  const told = new URLSearchParams(query)
  const kept = told.get('kept') ?? ''
  const time = /^\d{1,15}$/.test(kept) ? Number(kept) : null
  return { reason: CRASH_REASONS.find(reason => reason === told.get('reason')) ?? 'crashed', kept: time }
}
