/** Of the gaps between frames, in milliseconds. */
export interface Gaps {
  readonly frames: number
  readonly median: number
  readonly p95: number
  readonly longest: number
}

declare global {
  interface Window {
    frameTimes?: number[]
  }
}

/** What the page itself runs: it notes the time of each frame between the two. */
export const frameGaps = {
  start: (): void => {
    const times: number[] = []
    window.frameTimes = times
    const note = (time: number): void => {
      if (window.frameTimes !== times) return
      times.push(time)
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  },
  stop: (): number[] => {
    const times = window.frameTimes ?? []
    delete window.frameTimes
    return times
  }
}

export function gapsOf(times: readonly number[]): Gaps {
  const gaps = times
    .slice(1)
    .map((time, i) => time - (times[i] ?? time))
    .sort((a, b) => a - b)
  const at = (share: number): number =>
    Math.round((gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))] ?? Number.NaN) * 10) / 10
  return { frames: gaps.length, median: at(0.5), p95: at(0.95), longest: at(1) }
}
