import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import electronLog from 'electron-log/node'

/** Words, and the error that led to them; never an object, which might hold a document. */
type Write = (message: string, reason?: unknown) => void

export interface Log {
  readonly error: Write
  readonly warn: Write
  readonly info: Write
  readonly debug: Write
  /** So many of the latest lines, the latest last; of lines that belong together the first may be missing. */
  latest(count: number): Promise<readonly string[]>
}

export const LOG_FILE = 'main.log'
/** What was the log until it had grown to its bound. */
export const OLD_LOG_FILE = 'main.old.log'

interface LogOptions {
  readonly folder: string
  /** Bytes of a file, of which there are two: beyond them a line still fits, as long as it is itself bounded. */
  readonly fileBytes?: number
  /** Whether warnings and errors are on the terminal too, as they should be while the app is developed. */
  readonly terminal?: boolean
}

const longestEntry = 20_000

/** Opens the log in a folder, which is made where there is none. A disk that can't be written to costs the log alone. */
export function openLog({ folder, fileBytes = 1024 ** 2, terminal = false }: LogOptions): Log {
  const logger = electronLog.create({ logId: folder })
  const { file, console } = logger.transports
  // It would look for a package.json otherwise, and fail where there is none.
  file.setAppName('blockprop')
  file.resolvePathFn = () => join(folder, LOG_FILE)
  // In place of its own, to which signs like %c mean something. `shared/details/redact.ts` knows this form.
  file.transforms = [
    ({ data, message }) => `[${message.date.toISOString()}] [${message.level}] ${String(data[0])}`
  ]
  file.level = 'debug'
  file.maxSize = fileBytes
  // For nobody else on this computer.
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  console.level = terminal ? 'warn' : false

  const write =
    (level: 'error' | 'warn' | 'info' | 'debug'): Write =>
    (message, reason) =>
      logger[level](entry(message, reason))
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    latest: count => latestLines(folder, count)
  }
}

function entry(message: string, reason: unknown): string {
  const whole = reason === undefined ? message : `${message}: ${wordsOf(reason)}`
  return whole.slice(0, longestEntry)
}

function wordsOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason)
  const { stack, message, cause } = reason
  return `${stack ?? message}${cause === undefined ? '' : `\nbecause of ${wordsOf(cause)}`}`
}

async function latestLines(folder: string, count: number): Promise<readonly string[]> {
  const linesOf = async (name: string): Promise<readonly string[]> => {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '')
    return text.split(/\r?\n/).filter(line => line !== '')
  }
  const lines = await linesOf(LOG_FILE)
  const older = lines.length < count ? await linesOf(OLD_LOG_FILE) : []
  return [...older, ...lines].slice(-count)
}
