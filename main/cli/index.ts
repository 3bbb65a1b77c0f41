import { check } from './commands/check'
import { exportCode } from './commands/export'
import { summary } from './commands/summary'
import { train } from './commands/train'
import type { Command } from './command'
import { failure, NotUsable } from './failure'
import { help } from './help'

/** Every command of the command line; a new one is one line here. */
const COMMANDS: readonly Command[] = [check, summary, exportCode, train]

/** Runs the command line and gives its exit code: 0, 1 (problems) or 2 (usage, unreadable file). */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help(COMMANDS))
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find(one => one.name === name)
  if (!command) {
    failure(`There is no command “${name}”; there are ${COMMANDS.map(one => one.name).join(', ')}.`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(help([command]))
    return 0
  }
  try {
    return await command.run(rest)
  } catch (error) {
    if (!(error instanceof NotUsable)) throw error
    failure(error.message)
    return 2
  }
}
