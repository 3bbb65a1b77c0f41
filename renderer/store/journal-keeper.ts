import type { Document } from '../../shared/document/schema'
import { writeDocument } from '../../shared/document/write'
import { differenceOf } from '../../shared/journal/difference'
import { writeLine } from '../../shared/journal/line'
import type { BegunWork, Journals } from '../host/journals'
import type { Attachments } from './document'
import type { Trained } from './training'
import { withWeights } from './with-weights'

/** What would be lost if the app ended now. */
export interface Work {
  readonly document: Document
  readonly attachments: Attachments
  readonly trained: Trained | null
  readonly file: BegunWork['file']
  /** The document when it was last safe; `null` where this window never saw it so. */
  readonly before: Document | null
  /** What a person has done since. */
  readonly edits: number
}

/** What the journal has, as far as it was acknowledged. */
interface Held {
  readonly work: Pick<Work, 'document' | 'attachments' | 'trained' | 'file'>
  readonly sequence: number
  readonly baseSize: number
  readonly lineSize: number
}

interface Leaving {
  readonly work: Work | null
  readonly done: (id: string | null) => void
}

export interface KeeperState {
  /** The change up to which all is kept, or safe. */
  readonly kept: number
  /** Why it is not, in words. */
  readonly trouble: string | null
}

/** Milliseconds: changes that come within it go into one line. */
const soon = 200

/** Milliseconds until it is tried again after so many failures. */
const patience = [2_000, 10_000, 60_000] as const

/** A new base is made where lines have outgrown it; a small one is left a little room. */
const room = { least: 64 * 1024, most: 2 * 1024 ** 2, times: 4 }

/**
 * Brings a journal to what there is to keep, and again where that has changed: one request at a time, in order, so that
 * the journal always holds a document that there was.
 */
export class JournalKeeper {
  #target: { readonly work: Work | null; readonly made: number } = { work: null, made: 0 }
  /** `unsure`: a request has failed, and nobody knows what of it is there. */
  #held: Held | 'unsure' | null = null
  #leaving: Leaving[] = []
  #replaced: { readonly id: Promise<string | null>; readonly made: number }[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  #busy = false
  #due = false
  #failures = 0
  #stopped = false

  constructor(
    private readonly journals: Journals,
    private readonly told: (state: Partial<KeeperState>) => void
  ) {}

  /** This is what there is to keep from now on, after so many changes of the window; `null`: all is safe. */
  want(work: Work | null, made: number, urgent = false): void {
    this.#target = { work, made }
    if (!this.#busy && this.#step(work) === null) this.#tell({ kept: made, trouble: null })
    else if (urgent || work === null) this.flush()
    else this.#later(soon)
  }

  /** What is to be kept is brought to the journal now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#due = true
    void this.#run()
  }

  /** What there is now stays on the disk as abandoned work, under the id that is given; what comes next goes elsewhere. */
  leave(): Promise<string | null> {
    const { work, made } = this.#target
    this.#target = { work: null, made }
    return new Promise(done => {
      this.#leaving.push({ work, done })
      this.flush()
    })
  }

  /** That abandoned work is in this window now: it goes as soon as the window's own journal has it. */
  replaces(id: Promise<string | null>): void {
    this.#replaced.push({ id, made: this.#target.made })
    this.flush()
  }

  /** What was begun is done; nothing is told any more. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#stopped = true
  }

  #tell(state: Partial<KeeperState>): void {
    if (!this.#stopped) this.told(state)
  }

  #later(delay: number): void {
    if (!this.#stopped) this.#timer ??= setTimeout(() => this.flush(), delay)
  }

  async #run(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (let leaving = this.#leaving.shift(); leaving || this.#due; leaving = this.#leaving.shift())
      await (leaving ? this.#leave(leaving) : this.#keep())
    this.#busy = false
  }

  async #leave({ work, done }: Leaving): Promise<void> {
    const trouble = await this.#bring(work)
    if (trouble !== null) this.#tell({ trouble })
    done(await this.journals.leave().catch(() => null))
    this.#held = null
    this.#due = true
  }

  async #keep(): Promise<void> {
    this.#due = false
    const { work, made } = this.#target
    const trouble = await this.#bring(work)
    if (trouble === null) {
      this.#failures = 0
      this.#tell({ kept: made, trouble })
      await this.#discardReplaced(made)
    } else {
      this.#tell({ trouble })
      this.#later(patience[Math.min(this.#failures, patience.length - 1)] ?? 0)
      this.#failures += 1
    }
  }

  async #discardReplaced(made: number): Promise<void> {
    const done = this.#replaced.filter(replaced => replaced.made <= made)
    this.#replaced = this.#replaced.filter(replaced => replaced.made > made)
    for (const { id: promised } of done) {
      const id = await promised
      if (id !== null) await this.journals.discard(id).catch(() => null)
    }
  }

  /** Takes step after step until the journal has this work; the reason where one fails. */
  async #bring(work: Work | null): Promise<string | null> {
    try {
      for (let step = this.#step(work); step !== null; step = this.#step(work)) {
        const trouble = await step()
        if (trouble === null) continue
        this.#held = 'unsure'
        return trouble
      }
      return null
    } catch (reason) {
      this.#held = 'unsure'
      return reason instanceof Error ? reason.message : String(reason)
    }
  }

  /** What is to be done next for this work; `null` where nothing is. */
  #step(work: Work | null): (() => Promise<string | null>) | null {
    const held = this.#held
    if (work === null) return held === null ? null : () => this.#end()
    // What was done before the first line comes into the base, so that undoing it all would lead there.
    if (held === null) return () => this.#begin(work, work.before)
    if (held === 'unsure' || !isSameBase(held, work)) return () => this.#begin(work, null)
    if (held.work.document === work.document) return null
    return isOutgrown(held) ? () => this.#begin(work, null) : () => this.#append(held, work)
  }

  async #begin(work: Work, before: Document | null): Promise<string | null> {
    const document = before ?? work.document
    const { attachments, trained, file } = work
    const whole = withWeights(document, attachments, trained)
    const base = writeDocument(document, whole.ok ? whole.value : attachments)
    const edits = document === work.document ? work.edits : 0
    const begun = await this.journals.begin({ name: work.document.name, file, edits, base })
    if (!begun.ok) return begun.error
    this.#held = { work: { ...work, document }, sequence: 0, baseSize: base.length, lineSize: 0 }
    return null
  }

  async #append(held: Held, work: Work): Promise<string | null> {
    const sequence = held.sequence + 1
    const patches = differenceOf(held.work.document, work.document)
    const line = writeLine({ sequence, edits: work.edits, patches })
    const kept = await this.journals.append(sequence, line)
    if (!kept.ok) return kept.error
    this.#held = { ...held, work, sequence, lineSize: held.lineSize + line.length }
    return null
  }

  async #end(): Promise<string | null> {
    await this.journals.end()
    this.#held = null
    return null
  }
}

/** Lines tell of the document alone: whatever else is another needs a new base. */
function isSameBase({ work: held }: Held, work: Work): boolean {
  return (
    held.attachments === work.attachments &&
    held.file === work.file &&
    held.trained?.weights === work.trained?.weights
  )
}

function isOutgrown({ lineSize, baseSize }: Held): boolean {
  return lineSize > Math.max(room.least, Math.min(room.most, room.times * baseSize))
}
