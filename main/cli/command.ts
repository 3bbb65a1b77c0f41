import { parseArgs, type ParseArgsConfig } from 'node:util'
import { NotUsable } from './failure'

/** One command of the command line. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly options: Readonly<Record<string, Option>>
  /** Gives the exit code; throws `NotUsable` for what exits with 2. */
  readonly run: (argv: readonly string[]) => Promise<number>
}

export interface Option {
  readonly type: 'string' | 'boolean'
  /** What stands for the value in the help: `N`, `FILE`. */
  readonly value?: string
  readonly help: string
}

export const JSON_OPTION: Option = { type: 'boolean', help: 'print JSON, for programs' }

export interface Arguments {
  readonly file: string
  readonly text: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
  /** A whole number of at least `min`. */
  readonly whole: (name: string, min: number) => number | undefined
}

/** One file and options; anything else is told in words. */
export function parseArguments(
  command: Pick<Command, 'usage' | 'options'>,
  argv: readonly string[]
): Arguments {
  const config: ParseArgsConfig = {
    args: [...argv],
    allowPositionals: true,
    options: Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]))
  }
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs(config)
  } catch (error) {
    throw new NotUsable(`${error instanceof Error ? error.message : String(error)}\nUsage: ${command.usage}`)
  }
  const [file, ...others] = parsed.positionals
  if (file === undefined) throw new NotUsable(`Which file? Usage: ${command.usage}`)
  if (others.length > 0)
    throw new NotUsable(`One file at a time, got ${others.length + 1}. Usage: ${command.usage}`)
  const text = (name: string): string | undefined => {
    const value = parsed.values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    file,
    text,
    flag: name => parsed.values[name] === true,
    whole: (name, min) => {
      const value = text(name)
      if (value === undefined) return undefined
      const number = Number(value)
      if (!Number.isSafeInteger(number) || number < min)
        throw new NotUsable(`--${name} must be a whole number from ${min}, got ${JSON.stringify(value)}.`)
      return number
    }
  }
}
