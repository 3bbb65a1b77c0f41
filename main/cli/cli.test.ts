import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const root = join(import.meta.dirname, '..', '..')
const example = (name: string): string => join(root, 'shared', 'examples', `${name}.blockprop`)
const iris = example('iris-mlp')

function blockprop(...args: string[]): Promise<Ran> {
  return new Promise(resolve => {
    execFile(process.execPath, [join(root, 'scripts', 'blockprop.mjs'), ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'blockprop-cli-'))
  // Builds, where the sources are newer.
  await blockprop('help')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lastLine = (ran: Ran): Record<string, unknown> =>
  JSON.parse(ran.out.trim().split('\n').at(-1) ?? '') as Record<string, unknown>

describe('blockprop', () => {
  it('check: 0 without problems, 1 with, and says where and what to do', async () => {
    expect(await blockprop('check', iris)).toMatchObject({ code: 0, out: 'iris-mlp: no problems.\n' })
    const broken = join(folder, 'broken.blockprop')
    writeFileSync(broken, readFileSync(iris, 'utf8').replace('"units": 3', '"units": 4'))
    const ran = await blockprop('check', broken)
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('“Species” expects 3 scores, but gets 4: Dense 2 has 4 units.')
    expect(ran.out).toContain('mend: Set Dense 2 to 3 units')
    const json = lastLine(await blockprop('check', broken, '--json'))
    expect(json).toMatchObject({
      problems: [{ code: 'output-shape', severity: 'error', place: { block: 'output-1' } }]
    })
  })

  it('summary counts', async () => {
    expect(lastLine(await blockprop('summary', example('digits-mlp'), '--json'))).toMatchObject({
      parameters: 535818,
      trainable: 535818,
      blocks: 6
    })
    expect((await blockprop('summary', example('digits-residual'))).out).toContain('Residual 2 › Conv 1')
  })

  it('train ends with validation and test, the same for the same seed', async () => {
    const train = (seed: string): Promise<Ran> =>
      blockprop('train', iris, '--epochs', '2', '--seed', seed, '--json')
    const first = await train('3')
    expect(lastLine(first)).toMatchObject({
      kind: 'finished',
      validation: { loss: expect.any(Number) as number, accuracy: expect.any(Number) as number },
      test: { loss: expect.any(Number) as number, accuracy: expect.any(Number) as number }
    })
    const scores = (ran: Ran): unknown => [lastLine(ran)['validation'], lastLine(ran)['test']]
    expect(scores(await train('3'))).toEqual(scores(first))
    expect(scores(await train('4'))).not.toEqual(scores(first))
  })

  it('keeps what was trained in the document, and exports with it', async () => {
    const trained = join(folder, 'trained.blockprop')
    const first = await blockprop('train', iris, '--json', '--save', trained)
    const rest = await blockprop('train', trained, '--weights', trained, '--epochs', '1', '--json')
    const loss = (ran: Ran): number => (lastLine(ran)['test'] as { loss: number }).loss
    expect(loss(rest)).toBeLessThan(loss(first) * 1.5)
    for (const [target, weights] of [
      ['keras', 'weights.npz'],
      ['pytorch', 'weights.safetensors']
    ]) {
      const to = join(folder, String(target))
      const ran = await blockprop(
        'export',
        trained,
        '--target',
        String(target),
        '--to',
        to,
        '--weights',
        trained
      )
      expect(ran.code).toBe(0)
      expect(readdirSync(to).sort()).toEqual(
        ['README.md', 'data.npz', 'model.py', 'requirements.txt', String(weights)].sort()
      )
    }
  })

  it('export --notebook puts a notebook beside the script', async () => {
    const to = join(folder, 'notebook')
    const ran = await blockprop('export', iris, '--target', 'pytorch', '--to', to, '--notebook', '--json')
    const files = ['model.py', 'model.ipynb', 'requirements.txt', 'README.md', 'data.npz']
    expect(lastLine(ran)).toEqual({ target: 'pytorch', folder: to, files })
    expect(readdirSync(to).sort()).toEqual(files.sort())
    expect(readFileSync(join(to, 'README.md'), 'utf8')).toContain('jupyter notebook model.ipynb')
  })

  it.each([
    [[], 'Blockprop: neural networks out of blocks'],
    [['nonsense'], 'There is no command “nonsense”'],
    [['check'], 'Which file?'],
    [['check', 'a', 'b'], 'One file at a time'],
    [['check', iris, '--nonsense'], "Unknown option '--nonsense'"],
    [['check', 'nowhere.blockprop'], 'there is no such file'],
    [['check', import.meta.filename], 'This file is no Blockprop file'],
    [['train', iris, '--epochs', 'many'], '--epochs must be a whole number from 1, got "many"'],
    [['train', iris, '--weights', iris], 'there are no weights in it'],
    [['export', iris, '--target', 'caffe'], 'There is no target “caffe”'],
    [['export', iris, '--weights', 'nowhere.safetensors'], "it can't be read"]
  ])('%j ends with 2 and words', async (args, words) => {
    const ran = await blockprop(...args)
    expect(ran.code).toBe(2)
    expect(ran.out + ran.err).toContain(words)
  })

  it('a network that can’t train ends with 1', async () => {
    const bad = join(folder, 'batch.blockprop')
    writeFileSync(bad, readFileSync(iris, 'utf8').replace('"batch": 8', '"batch": 800'))
    const ran = await blockprop('train', bad)
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('there are 90 samples to learn from')
  })
})
