/** Why a file could not be read or written. */
export const TROUBLES = [
  /** It is no longer where it was. */
  'gone',
  /** The folder that it lay in, or is to lie in, is not there. */
  'folder-gone',
  /** Another program has written it since it was last read or written here. */
  'changed',
  /** It, or its folder, may be read alone; or may not even be read. */
  'read-only',
  'not-allowed',
  'disk-full',
  /** The disk or the network does not answer. */
  'hanging',
  'too-large',
  'other'
] as const
export type TroubleKind = (typeof TROUBLES)[number]

/** In words for the person: what happened, and what to do. Whatever it was, the file is whole: the old or the new. */
export interface FileTrouble {
  readonly kind: TroubleKind
  readonly message: string
}
