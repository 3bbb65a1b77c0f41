import { fail } from '../../shared/result'
import { createShelf } from '../../shared/journal/shelf'
import type { WindowJournal } from '../../shared/journal/window-journal'
import { strings } from '../../shared/strings/strings'
import { lockPrefix, type FromJournal, type JournalService, type ToJournal } from './journal-protocol'
import { createOpfsDrive, storageTrouble } from './opfs-drive'

const shelf = createShelf({
  drive: createOpfsDrive(),
  owned: async () => {
    const { held = [] } = await navigator.locks.query()
    return new Set(held.flatMap(({ name = '' }) => name.split(lockPrefix).slice(1)))
  },
  now: Date.now,
  wordsOf: storageTrouble
})

/** The one that the window writes. */
let own: WindowJournal | null = null

function journalOf(id: string): WindowJournal {
  if (own?.id !== id) own = shelf.open(id)
  return own
}

const service: JournalService = {
  begin: (id, about, base) => journalOf(id).begin(about, base),
  append: (sequence, line) =>
    own ? own.append(sequence, line) : Promise.resolve(fail(strings.recovery.notBegun)),
  end: id => journalOf(id).end(),
  leave: id => journalOf(id).leave(),
  abandoned: () => shelf.abandoned(),
  take: id => shelf.take(id),
  discard: id => shelf.discard(id)
}

self.addEventListener('message', ({ data }: MessageEvent<ToJournal>) => {
  // A mistake of ours ends in the client's `onerror`, as one outside a promise does.
  answer(data).then(message => self.postMessage(message), reportError)
})

async function answer({ call, name, given }: ToJournal): Promise<FromJournal> {
  // The compiler can't follow that the arguments belong to the method.
  const method = service[name] as (...args: readonly unknown[]) => Promise<FromJournal['answer']>
  return { call, answer: await method(...given) }
}
