import type { FromData, Samples, SplitRows, ToData } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import { fail, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'

type Answer = FromData['answer']

let worker: Worker | null = null
let last = 0
const asked = new Map<number, (answer: Answer) => void>()

/** Samples as the dataset has them, by row. */
export async function readSamples(data: DataBinding, rows: Int32Array): Promise<Result<Samples, string>> {
  return (await ask(data, rows)) as Result<Samples, string>
}

/** Which rows are learned from, validated with and held out. */
export async function readSplit(data: DataBinding): Promise<Result<SplitRows, string>> {
  return (await ask(data, null)) as Result<SplitRows, string>
}

function ask(data: DataBinding, rows: Int32Array | null): Promise<Answer> {
  const id = ++last
  return new Promise(done => {
    asked.set(id, done)
    worker ??= start()
    worker.postMessage({ id, data, rows } satisfies ToData)
  })
}

function start(): Worker {
  const made = new Worker(new URL('./data.worker.ts', import.meta.url), {
    type: 'module',
    name: 'data'
  })
  made.onmessage = ({ data: { id, answer } }: MessageEvent<FromData>) => {
    asked.get(id)?.(answer)
    asked.delete(id)
  }
  made.onerror = event => {
    event.preventDefault()
    made.terminate()
    worker = null
    const waiting = [...asked.values()]
    asked.clear()
    for (const answer of waiting) answer(fail(strings.data.died))
  }
  return made
}
