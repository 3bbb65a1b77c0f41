import type { Command } from './command'

/** `blockprop --help`, made from the commands. */
export function help(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ usage, summary, options }) => [
    `  ${usage}`,
    `      ${summary}`,
    ...Object.entries(options).map(
      ([name, { value, help: words }]) =>
        `      ${`--${name}${value === undefined ? '' : ` ${value}`}`.padEnd(20)} ${words}`
    ),
    ''
  ])
  return ['Blockprop: neural networks out of blocks.', '', ...lines].join('\n')
}
