// By hand where a first window needs it: the first use of `Intl` in a process costs it two frames.

/** `421,642`. */
export function countText(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `a`, `a and b`, `a, b, and c`. */
export function listText(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`
}

/** Three figures at most: `1.69`, `16.9`, `169`. */
function short(value: number): string {
  return value >= 100 || Number.isInteger(value) ? countText(value) : String(Number(value.toPrecision(3)))
}

function scaled(value: number, units: readonly string[], base: number): string {
  let power = 0
  while (power < units.length - 1 && value >= base ** (power + 1)) power++
  return `${short(value / base ** power)} ${units[power] ?? ''}`
}

const byteUnits = {
  decimal: { base: 1000, names: ['B', 'kB', 'MB', 'GB', 'TB'] },
  binary: { base: 1024, names: ['B', 'KiB', 'MiB', 'GiB', 'TiB'] }
}

/** In powers of 1000, as disks are sold: `1.69 MB`; or of 1024, as memory is: `1.61 MiB`. */
export function bytesText(bytes: number, units: keyof typeof byteUnits): string {
  const { base, names } = byteUnits[units]
  return scaled(bytes, names, base)
}

/** Floating-point operations: `1.07 MFLOP`. */
export function flopsText(flops: number): string {
  return scaled(flops, ['FLOP', 'kFLOP', 'MFLOP', 'GFLOP', 'TFLOP'], 1000)
}

/** `48 s`, `2 min 5 s`, `1 h 3 min`. */
export function durationText(seconds: number): string {
  const all = Math.max(0, Math.round(seconds))
  if (all < 60) return `${all} s`
  if (all < 3600) return `${Math.floor(all / 60)} min ${all % 60} s`
  return `${Math.floor(all / 3600)} h ${Math.floor((all % 3600) / 60)} min`
}

/** `97.6 %`. */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** A loss: `0.081`, `2.3`, `1.2e+9`; never a row of digits that nobody reads. */
export function lossText(loss: number): string {
  if (!Number.isFinite(loss)) return String(loss)
  if (loss !== 0 && (Math.abs(loss) >= 10_000 || Math.abs(loss) < 0.0005)) return loss.toExponential(1)
  return loss.toFixed(3)
}

const makeMoments = () => ({
  clock: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }),
  dayAndYear: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
})
let moments: ReturnType<typeof makeMoments> | undefined

/** A moment in milliseconds since 1970, in local time: `14:32` today, `3 Nov, 14:32`, `3 Nov 2025` of another year. */
export function whenText(time: number, now = Date.now()): string {
  const [then, today] = [new Date(time), new Date(now)]
  const { clock, day, dayAndYear } = (moments ??= makeMoments())
  if (then.getFullYear() !== today.getFullYear()) return dayAndYear.format(then)
  if (then.toDateString() !== today.toDateString()) return `${day.format(then)}, ${clock.format(then)}`
  return clock.format(then)
}
