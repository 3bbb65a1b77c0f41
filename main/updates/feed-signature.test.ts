import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isSignedBy } from './feed-signature'
import { feedText } from './feed-text.mjs'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')

const first = { url: 'Blockprop-2.0.0.AppImage', sha512: 'abc==', size: 100 }
const second = { url: 'blockprop_2.0.0_amd64.deb', sha512: 'def==', size: 90 }
const feed = { version: '2.0.0', files: [first, second], releaseDate: '2026-01-01T00:00:00.000Z' }

const signedBy = (owner: KeyObject) => ({
  ...feed,
  signature: sign(null, Buffer.from(feedText(feed)), owner).toString('base64')
})
const good = signedBy(privateKey)

test('a feed that was signed holds', () => {
  expect(isSignedBy(good, key)).toBe(true)
})

describe('what does not hold:', () => {
  test.each<[string, unknown]>([
    ['no signature', feed],
    ['another version', { ...good, version: '3.0.0' }],
    ['another checksum', { ...good, files: [{ ...first, sha512: 'xyz==' }, second] }],
    ['another file', { ...good, files: [{ ...first, url: 'evil.AppImage' }, second] }],
    ['a file more', { ...good, files: [first, second, first] }],
    ['a file less', { ...good, files: [first] }],
    ['no files', { ...good, files: [] }],
    ['a file without checksum', { ...good, files: [{ url: 'a' }] }],
    [
      'two files written as one',
      { ...good, files: [{ url: 'Blockprop-2.0.0.AppImage\tabc==\nb', sha512: 'def==' }] }
    ],
    ['no feed', null],
    ['a signature that is none', { ...good, signature: 'abc' }],
    ['a signature that is a number', { ...good, signature: 1 }]
  ])('%s', (_, changed) => {
    expect(isSignedBy(changed, key)).toBe(false)
  })

  test('the signature of somebody else', () => {
    expect(isSignedBy(signedBy(generateKeyPairSync('ed25519').privateKey), key)).toBe(false)
  })

  test.each([
    '',
    'abc',
    generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  ])('a key that is none: %s', bad => {
    expect(isSignedBy(good, bad)).toBe(false)
  })
})
