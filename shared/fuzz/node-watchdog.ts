import { Worker } from 'node:worker_threads'

/** Tells what is tried, and stops the process where one input takes longer than it may: a loop can't stop itself. */
export interface Watchdog {
  /** Runs `work` on input `index`, and gives the milliseconds that it took. */
  watch(index: number, work: () => void): number
  end(): Promise<void>
}

/** Milliseconds that one input may take. */
const most = 30_000

/** What the watching thread does; it shares two numbers with the watched: which input, and since when. */
const source = `
  const { workerData: { shared, most, name, pid } } = require('node:worker_threads')
  const seen = new Float64Array(shared)
  setInterval(() => {
    const [index, since] = seen
    if (since === 0 || Date.now() - since < most) return
    require('node:fs').writeSync(2, name + ': input ' + index + ' was stopped after ' + most / 1000 + ' s\\n')
    process.kill(pid, 'SIGKILL')
  }, 500)
`

/** @param name says which inputs: how they are made again */
export function startWatchdog(name: string): Watchdog {
  const shared = new SharedArrayBuffer(16)
  const seen = new Float64Array(shared)
  const worker = new Worker(source, { eval: true, workerData: { shared, most, name, pid: process.pid } })
  worker.unref()
  return {
    watch: (index, work) => {
      seen[0] = index
      seen[1] = Date.now()
      const began = performance.now()
      try {
        work()
      } finally {
        seen[1] = 0
      }
      return performance.now() - began
    },
    end: async () => {
      await worker.terminate()
    }
  }
}
