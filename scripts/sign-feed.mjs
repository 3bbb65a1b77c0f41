/**
 * node scripts/sign-feed.mjs latest.yml …
 * Signs the feeds of a release with the Ed25519 private key (PEM) in BLOCKPROP_UPDATE_PRIVATE_KEY, by which the app
 * knows them as ours. The public half stands in the app's package.json as `updateKey`.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { feedText, isFeed } from '../main/updates/feed-text.mjs'

/**
 * The feed with its signature; another one is taken out.
 * @param {string} yaml @param {import('node:crypto').KeyObject} key
 */
export function signed(yaml, key) {
  const feed = parse(yaml)
  if (!isFeed(feed)) throw new Error('It is no feed: it needs a version, and files with url and sha512.')
  const signature = sign(null, Buffer.from(feedText(feed)), key).toString('base64')
  return `${yaml.replace(/^signature:.*\n/m, '').trimEnd()}\nsignature: '${signature}'\n`
}

/**
 * The public half of a key, as the app wants it.
 * @param {import('node:crypto').KeyObject} key
 */
export const publicHalf = key =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const pem = process.env.BLOCKPROP_UPDATE_PRIVATE_KEY
  if (pem === undefined || pem === '') {
    console.error(
      'BLOCKPROP_UPDATE_PRIVATE_KEY is not set: make one by "openssl genpkey -algorithm ed25519".'
    )
    process.exit(1)
  }
  const key = createPrivateKey(pem)
  for (const file of process.argv.slice(2)) {
    writeFileSync(file, signed(readFileSync(file, 'utf8'), key))
    console.log(`${file} is signed`)
  }
  console.log(`The app knows it by the key ${publicHalf(key)}`)
}
