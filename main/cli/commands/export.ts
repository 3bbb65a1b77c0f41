import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JSON_OPTION, parseArguments, type Command } from '../command'
import { failure } from '../failure'
import { openDocument } from '../open-document'
import { networkOf } from '../runnable'
import { problemText } from './check'

export const exportCode: Command = {
  name: 'export',
  usage: 'blockprop export FILE --to FOLDER [--target keras|pytorch] [--weights [FILE]] [--json]',
  summary: 'Writes a folder of code that trains the same network on the same data.',
  options: { json: JSON_OPTION },
  run: async argv => {
    const { file } = parseArguments(exportCode, argv)
    const { document } = await openDocument(file)
    const made = networkOf(document)
    if (!made.ok) {
      failure(`${document.name} has problems:\n${problemText(document, made.error)}`)
      return 1
    }
    await mkdir(dirname(join('.', file)), { recursive: true })
    await writeFile('x', '')
    return 0
  }
}
