import { create } from 'zustand'

export interface Announcement {
  /** Makes the same words, said twice, two announcements. */
  readonly nth: number
  readonly text: string
}

/** So many stay in the page: one that is said in the same moment as the next must not be lost. */
const kept = 3

interface Announcements {
  readonly latest: readonly Announcement[]
}

/** What screen readers are told, oldest first; `shell/Announcer` says it. */
export const useAnnouncements = create<Announcements>()(() => ({ latest: [] }))

/** Tells those who listen what those who look can see: politely, after what is being read. */
export function announce(text: string): void {
  if (text === '') return
  useAnnouncements.setState(({ latest }) => ({
    latest: [...latest, { nth: (latest.at(-1)?.nth ?? 0) + 1, text }].slice(-kept)
  }))
}
