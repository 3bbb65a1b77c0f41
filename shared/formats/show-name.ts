/** A name as it may stand in a message: quoted, escaped, cut at 60 characters. */
export function showName(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 59)}…` : name)
}
