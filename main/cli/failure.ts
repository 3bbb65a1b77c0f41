/** What ends a command with exit code 2: wrong usage, or a file that can't be read or written. */
export class NotUsable extends Error {}

export function failure(message: string): void {
  process.stderr.write(`blockprop: ${message}\n`)
}
