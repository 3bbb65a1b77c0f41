import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { at } from './paths.mjs'

interface Step {
  readonly uses?: string
  readonly run?: string
}
interface Job {
  readonly uses?: string
  readonly needs?: string
  readonly steps?: readonly Step[]
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const read = (...path: string[]) => readFileSync(at(...path), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const suites = /suiteNames = .*?\[(.*?)\]/s.exec(read('scripts', 'test.mjs'))?.[1] ?? ''

const names = readdirSync(at('.github', 'workflows'))
test('there are the two of them', () => {
  expect(names.sort()).toEqual(['release.yml', 'test.yml'])
})

describe.each(names)('%s', name => {
  const text = read('.github', 'workflows', name)
  const { permissions, jobs } = parse(text) as Workflow
  const steps = Object.values(jobs).flatMap(job => job.steps ?? [])
  const commands = steps.flatMap(({ run }) => run ?? []).join('\n')
  const found = (pattern: RegExp) => [...commands.matchAll(pattern)].map(([, what = '']) => what)

  test('runs only npm scripts that there are', () => {
    const run = [...found(/npm run ([\w:-]+)/g), ...found(/npm (test|start)\b/g)]
    expect(run.filter(script => !(script in scripts))).toEqual([])
    expect(run).not.toEqual([])
  })

  test('runs only files that there are', () => {
    const run = [
      ...found(/node ([\w./-]+\.m?js)/g),
      ...found(/--config ([\w./-]+)/g),
      ...found(/^(\.[\w./-]+)$/gm)
    ]
    expect(run.filter(file => !existsSync(at(file)))).toEqual([])
  })

  test('asks only for suites that there are', () => {
    const asked = found(/npm test -- ([\w ]+)/g).flatMap(words => words.trim().split(/\s+/))
    expect(asked.filter(suite => !suites.includes(`'${suite}'`))).toEqual([])
  })

  test('names the version of every action, by what can not be moved', () => {
    const uses = [...Object.values(jobs), ...steps].flatMap(({ uses }) => uses ?? [])
    const local = uses.filter(action => action.startsWith('./'))
    expect(local.filter(path => !existsSync(at(path)))).toEqual([])
    const others = uses.filter(action => !local.includes(action))
    expect(others.filter(action => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([])
    expect(text.match(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/gm)).toHaveLength(others.length)
  })

  test('may write nothing but where it says so, and waits for jobs that there are', () => {
    expect(permissions).toEqual({ contents: 'read' })
    expect(
      Object.values(jobs)
        .flatMap(({ needs }) => needs ?? [])
        .filter(job => !(job in jobs))
    ).toEqual([])
  })
})

test('a release takes along what electron-builder is told to make', () => {
  const { directories } = parse(read('electron-builder.yml')) as { directories: { output: string } }
  const text = read('.github', 'workflows', 'release.yml')
  for (const ending of ['*.AppImage', '*.deb', '*.dmg', '*.zip', '*.exe', 'latest*.yml'])
    expect(text).toContain(`${directories.output}/${ending}`)
})
