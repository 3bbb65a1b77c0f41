import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { venvPython } from '../../scripts/python.mjs'
import { decodeArray, encodeArray, type EncodedArray, type NumpyArray } from './numpy-array'

export interface PythonAnswer {
  /** The arrays and tensors of the code's `result`. */
  readonly arrays: Readonly<Record<string, NumpyArray>>
  /** All else in `result`: numbers, strings, lists, dicts. */
  readonly values: Readonly<Record<string, unknown>>
  /** What the code printed. */
  readonly text: string
}

export interface PythonCase {
  /** Bound as the dict `arrays` of numpy arrays. */
  readonly arrays?: Readonly<Record<string, NumpyArray>>
  /** The working directory, from which the code may also import: an exported folder. */
  readonly folder?: string
  /** After which the process is ended; 300 by default. */
  readonly seconds?: number
}

interface Reply {
  readonly id: number
  readonly arrays?: Readonly<Record<string, EncodedArray>>
  readonly values?: Readonly<Record<string, unknown>>
  readonly text?: string
  readonly error?: string
}

/** A Python process that runs one case after another. It ends with us, by the end of its input. */
class Python {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly #waiting = new Map<number, { done: (reply: Reply) => void; failed: (error: Error) => void }>()
  #lastId = 0
  #complaints = ''
  isAlive = true

  constructor() {
    const python = process.env['BLOCKPROP_PYTHON'] ?? venvPython
    const script = fileURLToPath(new URL('serve.py', import.meta.url))
    this.#child = spawn(python, ['-u', script], { stdio: ['pipe', 'pipe', 'pipe'] })
    createInterface({ input: this.#child.stdout }).on('line', line => this.#receive(line))
    this.#child.stderr.on(
      'data',
      chunk => (this.#complaints = (this.#complaints + String(chunk)).slice(-4_000))
    )
    this.#child.on('error', error =>
      this.#end(`${python} does not start: ${error.message}. Run "npm test" once.`)
    )
    this.#child.on('close', code => this.#end(`Python ended with code ${code}:\n${this.#complaints}`))
    this.#child.stdin.on('error', () => undefined)
  }

  async run(code: string, { arrays = {}, folder, seconds = 300 }: PythonCase): Promise<Reply> {
    const id = ++this.#lastId
    const encoded = Object.fromEntries(
      Object.entries(arrays).map(([name, array]) => [name, encodeArray(array)])
    )
    const reply = new Promise<Reply>((done, failed) => this.#waiting.set(id, { done, failed }))
    const timer = setTimeout(() => this.#stop(`Python did not answer within ${seconds} s`), seconds * 1000)
    const line = `${JSON.stringify({ id, code, arrays: encoded, folder })}\n`
    if (!this.#child.stdin.write(line))
      await Promise.race([once(this.#child.stdin, 'drain'), reply.catch(() => 0)])
    return reply.finally(() => clearTimeout(timer))
  }

  #receive(line: string) {
    const reply = JSON.parse(line) as Reply
    this.#waiting.get(reply.id)?.done(reply)
    this.#waiting.delete(reply.id)
  }

  #stop(why: string) {
    this.#end(why)
    this.#child.kill('SIGKILL')
  }

  #end(why: string) {
    this.isAlive = false
    for (const { failed } of this.#waiting.values()) failed(new Error(why))
    this.#waiting.clear()
  }
}

let python: Python | undefined

/**
 * Runs Python code in the process that all parity cases share (`serve.py`), in a module of its own. Keras stands on
 * torch. The code leaves what it found in the dict `result`.
 *
 * @throws with Python's traceback where the code raises
 *
 * @example
 * const { arrays } = await runPython('result["y"] = arrays["x"] * 2', { arrays: { x: float32([3], [1, 2, 3]) } })
 */
export async function runPython(code: string, given: PythonCase = {}): Promise<PythonAnswer> {
  if (python?.isAlive !== true) python = new Python()
  const { arrays = {}, values = {}, text = '', error } = await python.run(code, given)
  if (error !== undefined) throw new Error(error)
  const decoded = Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [name, decodeArray(array)])
  )
  return { arrays: decoded, values, text }
}

/** The source as `black` formats it with its own settings. Throws where it isn't Python. */
export async function black(source: string): Promise<string> {
  const code = `
import black, json
source = json.loads(bytes(arrays["source"]).decode("utf-8"))
result["formatted"] = black.format_str(source, mode=black.Mode())
`
  const data = new TextEncoder().encode(JSON.stringify(source))
  const { values } = await runPython(code, {
    arrays: { source: { dtype: 'uint8', shape: [data.length], data } }
  })
  return String(values['formatted'])
}
