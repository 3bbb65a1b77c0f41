/** The rows of a file of ours, without its header: no quotes, no empty lines but the last. */
export function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n')
  return lines.slice(1).map(line => line.split(','))
}
