/** What a file may hold. Far above what people build; they bound what a hostile file can cost. */
export const limits = {
  /** Over all networks of a document. */
  blocks: 100_000,
  edges: 200_000,
  networks: 10_000,
  /** How deep group definitions may use each other. */
  groupDepth: 32,
  /** Characters in a name. */
  name: 5_000,
  /** Characters in a parameter that is text, numbers in one that is a list, parameters of a block. */
  paramText: 1_000_000,
  paramList: 100_000,
  params: 1_000,
  /** Pixels that a block may lie from the middle of its canvas, across and down. */
  distance: 10_000_000,
  /** How deep JSON may nest; a document needs 8. */
  jsonDepth: 64,
  /** Values in a document's JSON, and keys of one object in it. */
  jsonValues: 4_000_000,
  jsonKeys: 200_000,
  /** Bytes of a document's JSON. */
  textBytes: 256 * 1024 ** 2,
  /** Bytes of a file, and of all that a zip unpacks to. */
  fileBytes: 1024 ** 3,
  /** How many times its own size a zip may unpack to, once that is more than `zipFreeBytes`. */
  zipRatio: 200,
  zipFreeBytes: 64 * 1024 ** 2,
  zipEntries: 10_000
} as const
