import { create } from 'zustand'
import type { AbandonedWork } from '../../shared/journal/kept'
import { replay, type ReplayedWork } from '../../shared/journal/replay'
import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import { readWeightsFile, WEIGHTS_FILE } from '../../shared/training/weights-file'
import { withPositions } from '../canvas/layout/place'
import { miniScene, type MiniScene } from '../diagram/mini-scene'
import { host } from '../host/current'
import type { TakenWork } from '../host/journals'
import { unsavedState, useDocument } from './document'
import { show } from './files'
import { takeOver } from './journal'
import { notify, useSession } from './session'
import { keepTrained } from './training'

const words = strings.recovery

/** How abandoned work looks, once somebody has looked into it. */
export interface WorkPicture {
  /** As the document is called after its last edit. */
  readonly name: string
  readonly scene: MiniScene
}

interface Abandoned {
  /** The latest first. */
  readonly works: readonly AbandonedWork[]
  /** By id; `null` where it can't be read. */
  readonly pictures: ReadonlyMap<string, WorkPicture | null>
}

export const useAbandoned = create<Abandoned>()(() => ({ works: [], pictures: new Map() }))

/** Taken up or thrown away in this window: not offered again while it goes. */
const going = new Set<string>()

/** Reads what windows have left, which other windows may have changed. */
export async function loadAbandoned(): Promise<void> {
  const works = (await host.journals?.abandoned().catch(() => [])) ?? []
  useAbandoned.setState({ works: works.filter(({ id }) => !going.has(id)) })
}

/** Looks into a work, to draw it. */
export async function drawAbandoned(id: string): Promise<void> {
  if (useAbandoned.getState().pictures.has(id)) return
  const found = await lookInto(id)
  const picture = found.ok
    ? { name: found.value.replayed.document.name, scene: miniScene(found.value.replayed.document) }
    : null
  useAbandoned.setState(({ pictures }) => ({ pictures: new Map([...pictures, [id, picture]]) }))
}

/** Shows the work in this window as it was, unsaved; what the window shows now is put aside where it is at risk. */
export async function recoverWork(id: string): Promise<void> {
  const work = useAbandoned.getState().works.find(each => each.id === id)
  const found = await lookInto(id)
  if (!found.ok) {
    const name = work?.name ?? strings.app.untitled
    notify({ kind: 'error', title: words.cantRecover(name), text: found.error })
    void loadAbandoned()
    return
  }
  const { taken, replayed } = found.value
  const { document, attachments, base, cut, edits } = replayed
  const others = new Map(attachments)
  others.delete(WEIGHTS_FILE)
  hide(id)
  show(taken.file, () => useDocument.setState(unsavedState(withPositions(document), others)))
  const inside = attachments.get(WEIGHTS_FILE)
  const weights = inside && readWeightsFile(inside)
  if (weights?.ok === true) keepTrained({ document: base, weights: weights.value }, false)
  takeOver(Promise.resolve(id), edits ?? work?.edits ?? 1)
  const lost = [cut ? words.cut : '', weights?.ok === false ? words.weightsLost(weights.error) : '']
  // The way back to work that was put aside stays open.
  const { notice } = useSession.getState()
  const text = [...lost, notice?.title ?? ''].filter(each => each !== '').join(' ')
  notify({ ...notice, kind: 'info', title: words.recovered(document.name), text: text || words.saveIt })
}

/** Throws a work away, unless the person thinks better of it while it is told. */
export function discardWork({ id, name }: AbandonedWork): void {
  hide(id)
  const notice = {
    kind: 'info',
    title: words.discarded(name),
    text: '',
    action: {
      label: words.keepIt,
      run: () => {
        kept = true
        going.delete(id)
        void loadAbandoned()
      }
    }
  } as const
  let kept = false
  notify(notice)
  const end = useSession.subscribe(session => {
    if (session.notice === notice) return
    end()
    // What the notice offers is done right after it has gone.
    queueMicrotask(() => {
      if (!kept) void host.journals?.discard(id)
    })
  })
}

function hide(id: string): void {
  going.add(id)
  useAbandoned.setState(({ works }) => ({ works: works.filter(work => work.id !== id) }))
}

async function lookInto(
  id: string
): Promise<Result<{ readonly taken: TakenWork; readonly replayed: ReplayedWork }, string>> {
  const taken = await host.journals?.take(id).catch((reason: unknown) => fail(String(reason)))
  if (!taken) return fail(words.gone)
  if (!taken.ok) return taken
  const replayed = replay(taken.value)
  return replayed.ok
    ? ok({ taken: taken.value, replayed: replayed.value })
    : fail(words.untouched(replayed.error))
}
