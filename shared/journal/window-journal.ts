import { fail, ok, type Result } from '../result'
import { strings } from '../strings/strings'
import type { Drive, GrowingFile } from './drive'
import { filesOf, numbersIn, writeAbout, type About } from './generation'

const words = strings.recovery

/** More than a window ever writes before it begins anew; it bounds what a hostile one can. */
const mostLineBytes = 64 * 1024 ** 2

interface Open {
  readonly lines: GrowingFile
  sequence: number
  size: number
}

interface Waiting {
  readonly sequence: number
  readonly line: string
  readonly done: (result: Result<number, string>) => void
}

/**
 * The journal that a window writes. One thing is done at a time, in the order in which it was asked for; lines that come
 * while others are brought to the disk go there together.
 */
export class WindowJournal {
  readonly #utf8 = new TextEncoder()
  #turn: Promise<unknown> = Promise.resolve()
  /** What lines are written to; `null` before the first `begin`, and after a failure until the next. */
  #open: Open | null = null
  #lastNumber = 0
  #begun = false
  #waiting: Waiting[] = []

  constructor(
    readonly id: string,
    private readonly drive: Drive,
    private readonly wordsOf: (reason: unknown) => string
  ) {}

  /** From now on the journal holds this document file. What it held before goes when this is on the disk. */
  begin(about: About, base: Uint8Array): Promise<Result<null, string>> {
    return this.#inTurn(async () => {
      this.#begun = true
      let number: number
      try {
        if (this.#lastNumber === 0) this.#lastNumber = numbersIn(await this.drive.files(this.id))[0] ?? 0
        // One of its own even where the last try failed: what that left is not written over.
        number = ++this.#lastNumber
      } catch (reason) {
        return fail(words.notWritten(this.wordsOf(reason)))
      }
      const files = filesOf(number)
      let lines: GrowingFile | undefined
      try {
        await this.drive.write(this.id, files.base, base)
        lines = await this.drive.grow(this.id, files.lines)
        await this.drive.write(this.id, files.about, writeAbout(about))
      } catch (reason) {
        // The new generation may count all the same: a line of the old one would not.
        await lines?.close().catch(() => null)
        await this.#closeLines()
        return fail(words.notWritten(this.wordsOf(reason)))
      }
      await this.#closeLines()
      this.#open = { lines, sequence: 0, size: 0 }
      await this.#sweep(number)
      return ok(null)
    })
  }

  /** Gives the number of the last line that is on the disk, once this one is. */
  append(sequence: number, line: string): Promise<Result<number, string>> {
    return new Promise(done => {
      this.#waiting.push({ sequence, line, done })
      if (this.#waiting.length === 1) void this.#inTurn(() => this.#bringLines())
    })
  }

  /** Nothing is to be recovered any more. */
  end(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#closeLines()
      this.#begun = false
      await removeJournal(this.drive, this.id)
    })
  }

  /** Lets go of its files, and leaves them as they are; whether there is anything in them. */
  leave(): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.#closeLines()
      return this.#begun
    })
  }

  async #bringLines(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    const open = this.#open
    if (open === null) {
      for (const { done } of waiting) done(fail(words.notBegun))
      return
    }
    const fitting: Waiting[] = []
    let text = ''
    for (const each of waiting) {
      const expected = open.sequence + fitting.length + 1
      if (each.sequence !== expected) each.done(fail(words.outOfTurn(each.sequence, expected)))
      else if (/^[^\n]+\n$/.test(each.line)) {
        fitting.push(each)
        text += each.line
      } else each.done(fail(words.noLine))
    }
    const written = await this.#write(open, text)
    if (written.ok) open.sequence += fitting.length
    for (const { done } of fitting) done(written.ok ? ok(open.sequence) : written)
  }

  async #write(open: Open, text: string): Promise<Result<null, string>> {
    const bytes = this.#utf8.encode(text)
    if (bytes.length === 0) return ok(null)
    if (open.size + bytes.length > mostLineBytes) return fail(words.tooMuch)
    try {
      await open.lines.append(bytes)
      open.size += bytes.length
      return ok(null)
    } catch (reason) {
      // Nobody knows what of it is on the disk: nothing may be written behind it.
      await this.#closeLines()
      return fail(words.notWritten(this.wordsOf(reason)))
    }
  }

  async #closeLines(): Promise<void> {
    const open = this.#open
    this.#open = null
    await open?.lines.close().catch(() => null)
  }

  /** What is left of earlier generations. What can't be removed now will be another time. */
  async #sweep(number: number): Promise<void> {
    const keep = new Set<string>(Object.values(filesOf(number)))
    try {
      for (const { name } of await this.drive.files(this.id))
        if (!keep.has(name)) await this.drive.removeFile(this.id, name)
    } catch {
      // The generation that counts is whole, whatever lies beside it.
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => null)
    return done
  }
}

/** Bases first: what has none is no journal, so that half of what was thrown away is not offered. */
export async function removeJournal(drive: Drive, id: string): Promise<void> {
  try {
    const names = (await drive.files(id)).map(({ name }) => name)
    for (const name of names.filter(each => each.startsWith('base-'))) await drive.removeFile(id, name)
    await drive.removeFolder(id)
  } catch {
    // It is offered again, which is better than an error that nobody can do anything about.
  }
}
