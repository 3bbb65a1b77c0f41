/** What the service worker knows of the build that it belongs to; written into it by `service-worker.config.ts`. */
export interface Build {
  /** Another one for every change in the shell. */
  readonly version: string
  /** Each file that the app needs to start and to work, by its path, with its checksum (`sha256-…`). */
  readonly shell: Readonly<Record<string, string>>
  /** The same of files that are kept once somebody has looked at them: datasets. */
  readonly later: Readonly<Record<string, string>>
  /** Added to every answer, so that a host that can't send them gives the same app. */
  readonly headers: Readonly<Record<string, string>>
}
