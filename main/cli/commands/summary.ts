import { shapeText } from '../../../shared/blocks/tensor-type'
import { printProgram } from '../../../shared/network/print-program'
import { summarise } from '../../../shared/network/summary'
import { traceNetwork } from '../../../shared/network/trace'
import { JSON_OPTION, parseArguments, type Command } from '../command'
import { failure } from '../failure'
import { openDocument } from '../open-document'
import { networkOf } from '../../../shared/network/network-of'
import { problemText } from './check'

export const summary: Command = {
  name: 'summary',
  usage: 'blockprop summary FILE [--ops] [--json]',
  summary: 'Layers, shapes, parameters, computation and memory.',
  options: {
    ops: { type: 'boolean', help: 'print the primitive operations instead' },
    json: JSON_OPTION
  },
  run: async argv => {
    const { file, flag } = parseArguments(summary, argv)
    const { document } = await openDocument(file)
    const made = networkOf(document)
    if (!made.ok) {
      failure(`${document.name} has problems:\n${problemText(document, made.error)}`)
      return 1
    }
    const { flat } = made.value
    if (flag('ops')) {
      const program = traceNetwork(flat, { batch: 1, time: 16 })
      process.stdout.write(flag('json') ? `${JSON.stringify(program)}\n` : `${printProgram(program)}\n`)
      return 0
    }
    const total = summarise(flat)
    const rows = flat.layers.map(({ path, label, node, outputs }) => ({
      path,
      name: label,
      type: node.type,
      shape: outputs.map(({ type }) => shapeText(type.shape)).join(', '),
      parameters: node.weights.reduce((n, w) => n + w.shape.reduce((m, d) => m * d, 1), 0),
      flops: total.flopsByLayer[path] ?? 0
    }))
    if (flag('json')) {
      const blocks = Object.values(document.networks).reduce(
        (n, net) => n + Object.keys(net.blocks).length,
        0
      )
      const { trainable, parameters, layers, flops, bytes } = total
      process.stdout.write(
        `${JSON.stringify({ name: document.name, parameters, trainable, blocks, layers, flops, bytes, rows })}\n`
      )
      return 0
    }
    const wide = (key: 'name' | 'shape'): number => Math.max(...rows.map(row => row[key].length), 5)
    const line = (name: string, shape: string, parameters: string, flops: string): string =>
      `${name.padEnd(wide('name'))}  ${shape.padEnd(wide('shape'))}  ${parameters.padStart(12)}  ${flops.padStart(14)}\n`
    process.stdout.write(line('layer', 'shape', 'parameters', 'FLOPs a sample'))
    for (const row of rows)
      process.stdout.write(line(row.name, row.shape, count(row.parameters), count(row.flops)))
    process.stdout.write(
      `\n${count(total.parameters)} parameters (${count(total.trainable)} trained), ${(total.bytes.weights / 1e6).toFixed(2)} MB, ${(total.flops / 1e6).toFixed(2)} MFLOP a sample\n`
    )
    return 0
  }
}

const count = (n: number): string => n.toLocaleString('en-US')
