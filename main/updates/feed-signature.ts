import { createPublicKey, verify } from 'node:crypto'
import { feedText, isFeed } from './feed-text.mjs'

/**
 * Whether the feed was signed by the owner of the key. Its checksums then vouch for the files that are downloaded.
 * @param feed as the updater has read it
 * @param key an Ed25519 public key: SPKI in DER, in base64
 */
export function isSignedBy(feed: unknown, key: string): boolean {
  if (!isFeed(feed) || feed.signature === undefined) return false
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    if (publicKey.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(feedText(feed)), publicKey, Buffer.from(feed.signature, 'base64'))
  } catch {
    return false
  }
}
