import { afterEach, expect, test, vi } from 'vitest'
import { onLaunchedFile } from './web-launch'

afterEach(() => void vi.unstubAllGlobals())

/** What Node lacks. */
class FakeFile {
  constructor(readonly name: string) {}
}

type Consume = (params: { readonly files: readonly unknown[] }) => void

function launched(...files: unknown[]) {
  let consume: Consume = () => undefined
  vi.stubGlobal('FileSystemFileHandle', FakeFile)
  vi.stubGlobal('launchQueue', { setConsumer: (given: Consume) => (consume = given) })
  const opened: unknown[] = []
  onLaunchedFile(file => void opened.push(file))
  consume({ files })
  return opened
}

test('a file that the system opens is handed on', () => {
  const file = new FakeFile('net.blockprop')
  expect(launched(file)).toEqual([file])
})

test.each([
  ['no file', []],
  ['a folder', [{ kind: 'directory' }]]
])('a start with %s opens nothing', (_, files) => {
  expect(launched(...files)).toEqual([])
})

test('a browser without launches is left alone', () => {
  expect(() => onLaunchedFile(() => undefined)).not.toThrow()
})
