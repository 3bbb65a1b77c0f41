import { beforeEach, describe, expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { writeDocument } from '../../shared/document/write'
import { useDocument } from './document'
import { edit } from './edit-document'
import { newDocument, openCopy } from './files'
import { useSession } from './session'

const name = () => useDocument.getState().document.name
const notice = () => useSession.getState().notice
const fileOf = (title: string) => writeDocument(emptyDocument('doc-other', title))

beforeEach(() => {
  newDocument()
  useSession.setState({ notice: null })
})

describe('opening', () => {
  it.each([
    ['not JSON', 'dear diary'],
    ['cut short', '{"format": "blockprop", "ver'],
    ['empty', ''],
    ['of another program', '{"layers": []}']
  ])('refuses a file that is %s, and leaves what was open', (_what, text) => {
    edit([{ kind: 'setName', name: 'mine' }])
    const before = useDocument.getState()
    openCopy(new TextEncoder().encode(text), 'x.blockprop')
    expect(useDocument.getState()).toBe(before)
    expect(notice()?.title).toBe('x.blockprop was not opened')
  })

  it('replaces a document without changes and says nothing', () => {
    openCopy(fileOf('theirs'), 'x.blockprop')
    expect(name()).toBe('theirs')
    expect(notice()).toBeNull()
  })

  it('puts changes that are saved nowhere aside, one click away, with their history', () => {
    edit([{ kind: 'setName', name: 'mine' }])
    openCopy(fileOf('theirs'), 'x.blockprop')
    expect(name()).toBe('theirs')
    notice()?.action?.run()
    expect(name()).toBe('mine')
    expect(useDocument.getState().history.past).toHaveLength(1)
    expect(useSession.getState().file).toBeNull()
  })
})
