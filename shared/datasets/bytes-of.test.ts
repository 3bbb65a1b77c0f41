import { gzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { bytesOf, sha256Of } from './bytes-of'

const content = new TextEncoder().encode('abc'.repeat(100))
const sha256 = 'd9f5aeb06abebb3be3f38adec9a2e3b94228d52193be923eb4e24c9b56ee0930'
const file = { label: 'ABC', sha256, origin: { kind: 'file', asset: 'abc.gz', bytes: 300 } } as const
const unread = () => Promise.reject(new Error('nothing is to be read'))

it('sha256 of a known text', async () => {
  expect(await sha256Of(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  )
})

it.each([
  ['packed', gzipSync(content)],
  ['unpacked on the way by a server', content]
])('reads a file that is %s', async (_, bytes) => {
  expect(await bytesOf(file, () => Promise.resolve(bytes))).toEqual({ ok: true, value: content })
})

it.each([
  ['cut off', gzipSync(content).subarray(0, 15)],
  ['nothing', new Uint8Array()],
  ['a page that says not found', new TextEncoder().encode('<!doctype html>')],
  ['other data of the same size', gzipSync(new Uint8Array(300))],
  ['far more data', gzipSync(new Uint8Array(1_000_000))]
])('refuses what is damaged: %s', async (_, bytes) => {
  expect(await bytesOf(file, () => Promise.resolve(bytes))).toEqual({
    ok: false,
    error: {
      kind: 'damaged',
      message:
        'The data of ABC (abc.gz) is damaged: its check sum is not d9f5aeb06abe…. Install the app again.'
    }
  })
})

it('says why nothing could be read', async () => {
  expect(await bytesOf(file, () => Promise.reject(new Error('offline')))).toEqual({
    ok: false,
    error: { kind: 'unavailable', message: 'The data of ABC (abc.gz) could not be read: offline' }
  })
})

it('makes what is generated, and reads nothing', async () => {
  const made = { label: 'ABC', sha256, origin: { kind: 'generated', make: () => content } } as const
  expect(await bytesOf(made, unread)).toEqual({ ok: true, value: content })
})

it('refuses what was generated otherwise than it should be', async () => {
  const other = {
    label: 'ABC',
    sha256,
    origin: { kind: 'generated', make: () => new Uint8Array(3) }
  } as const
  expect(await bytesOf(other, unread)).toMatchObject({
    ok: false,
    error: { kind: 'damaged', message: expect.stringContaining('came out otherwise') as string }
  })
})
