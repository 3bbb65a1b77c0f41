import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { isSignedBy } from '../main/updates/feed-signature'
import { publicHalf, signed } from './sign-feed.mjs'

const { privateKey } = generateKeyPairSync('ed25519')

/** As electron-builder writes it. */
const feed = `version: 2.0.0
files:
  - url: Blockprop-2.0.0.AppImage
    sha512: abc==
    size: 100
  - url: blockprop_2.0.0_amd64.deb
    sha512: def==
    size: 90
path: Blockprop-2.0.0.AppImage
sha512: abc==
releaseDate: '2026-01-01T00:00:00.000Z'
`

test('the app takes a feed that was signed, and it says all that it said', () => {
  const result = parse(signed(feed, privateKey)) as object
  expect(isSignedBy(result, publicHalf(privateKey))).toBe(true)
  expect(result).toMatchObject(parse(feed) as object)
})

test('signed again it is the same', () => {
  expect(signed(signed(feed, privateKey), privateKey)).toBe(signed(feed, privateKey))
})

test('another version is not what was signed', () => {
  const old = signed(feed, privateKey).replace('version: 2.0.0', 'version: 3.0.0')
  expect(isSignedBy(parse(old), publicHalf(privateKey))).toBe(false)
})

test('what is no feed is not signed', () => {
  expect(() => signed('version: 1', privateKey)).toThrow('It is no feed')
})
