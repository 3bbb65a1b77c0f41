/**
 * node scripts/test.mjs [unit] [examples] [stories] [desktop] [parity] [package] [--full | --prepare]
 * Installs what is missing, runs the suites and ends with each failure in a line and "N passed, N failed, N skipped"
 * over all of them.
 * Each suite has a budget of time, so that a run stays under 20 minutes on two cores; `--full` adds what exceeds it, the
 * packed app too. `--prepare` only fetches the browser and the Python that are missing, and builds what is tested.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { failedInPlaywright, failedInVitest } from './failed-tests.mjs'
import { at } from './paths.mjs'
import { elapsed, run, tool } from './process.mjs'
import { ensurePython } from './python.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'
import { countPlaywright, countVitest, inWords, judge, sum } from './test-report.mjs'

/** @typedef {import('./test-report.mjs').Counts} Counts */

/**
 * What a suite's report says.
 * @template Report
 * @typedef {{ count: (report: Report) => Counts, failed: (report: Report) => string[] }} Read
 */

/** @type {Read<import('./test-report.mjs').VitestReport & import('./failed-tests.mjs').VitestFailures>} */
const ofVitest = { count: countVitest, failed: failedInVitest }

/** @type {Read<import('./test-report.mjs').PlaywrightReport & import('./failed-tests.mjs').PlaywrightFailures>} */
const ofPlaywright = { count: countPlaywright, failed: failedInPlaywright }

const minutes = 60
const suiteNames = /** @type {const} */ (['unit', 'examples', 'stories', 'desktop', 'parity', 'package'])
const usual = suiteNames.filter(name => name !== 'package')
const args = process.argv.slice(2)
const isFull = args.includes('--full')
const asked = args.filter(arg => !arg.startsWith('--'))

/** Stories for `--full`: those that are tagged, and whole files, which take long or say much that others say too. */
const seldom = {
  stories: ['@full', 'axe.spec', 'offline.spec', 'recovery.spec'],
  desktop: ['@full', 'exports.spec', 'opening.spec', 'windows.spec']
}

/** @type {string[]} */
const times = []

/** @type {string[]} */
const failures = []

/**
 * @template T
 * @param {string} name @param {number} budget seconds @param {() => Promise<T>} work
 */
async function timed(name, budget, work) {
  console.log(`\n── ${name}`)
  const since = performance.now()
  const result = await work()
  const isOver = (performance.now() - since) / 1000 > budget
  times.push(
    `${name.padEnd(8)} ${elapsed(since).padStart(12)} of ${budget / minutes} min${isOver ? '  OVER BUDGET' : ''}`
  )
  return result
}

/** @param {string} name */
const reportOf = name => at('.cache', 'tests', `${name}.json`)

/**
 * @template Report
 * @param {string} name @param {string} program @param {readonly string[]} programArgs
 * @param {number} budget seconds @param {Read<Report>} read @param {Record<string, string>} [env]
 */
async function suite(name, program, programArgs, budget, read, env = {}) {
  const report = reportOf(name)
  rmSync(report, { force: true })
  mkdirSync(at('.cache', 'tests'), { recursive: true })
  return timed(name, budget, async () => {
    const ran = await tool(program, programArgs, {
      output: 'inherit',
      // A suite that hangs ends as a failure; one that is merely slow is told by its time.
      ...(isFull ? {} : { seconds: 3 * budget }),
      env: { ...env, ...(isFull ? { BLOCKPROP_FULL: '1' } : {}), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    })
    if (ran.timedOut) console.error(`${name} was stopped after three times its budget.`)
    if (!existsSync(report)) {
      failures.push(`${name}: it left no report`)
      return judge(undefined, ran.code)
    }
    const found = JSON.parse(readFileSync(report, 'utf8'))
    failures.push(...read.failed(found).map(failure => `${name}: ${failure}`))
    return judge(read.count(found), ran.code)
  })
}

/** @param {string} name @param {readonly string[]} more @param {number} budget @param {Record<string, string>} [env] */
const vitest = (name, more, budget, env) => {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportOf(name)}`]
  return suite(name, 'vitest/vitest.mjs', ['run', ...reporters, ...more], budget, ofVitest, env)
}

/** @param {string} why @returns {Counts} */
function failure(why) {
  console.error(why)
  failures.push(why)
  return { passed: 0, failed: 1, skipped: 0 }
}

/** @param {string} why @returns {Counts} */
function withoutPython(why) {
  if (process.env.CI === 'true') return failure(`The parity tests can't run: ${why}`)
  const files = readdirSync(at('e2e', 'parity'), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.parity.ts')
  )
  console.error(`The parity tests are SKIPPED, file by file: ${files.join(', ')}\nbecause ${why}`)
  return { passed: 0, failed: 0, skipped: files.length }
}

/** @param {readonly string[]} wanted */
function setUp(wanted) {
  return timed('set-up', 4 * minutes, async () => {
    const [browser, python, web, desktop] = await Promise.all([
      wanted.includes('stories') || wanted.includes('desktop') ? ensureBrowser() : undefined,
      wanted.includes('parity') ? ensurePython() : undefined,
      wanted.includes('stories') ? ensureBuilt('web') : undefined,
      wanted.includes('desktop') ? ensureBuilt('desktop') : undefined,
      // The command line's own tests start it, and the examples are trained by it.
      wanted.includes('unit') || wanted.includes('examples') ? ensureBuilt('cli') : undefined
    ])
    return { browser, python, web, desktop }
  })
}

/** @param {readonly string[]} wanted @returns {Promise<readonly Counts[]>} */
async function runSuites(wanted) {
  const { browser, python, web, desktop } = await setUp(wanted)
  /** @type {Counts[]} */
  const all = []
  if (wanted.includes('unit')) all.push(await vitest('unit', [], 2 * minutes))
  if (wanted.includes('examples'))
    all.push(await vitest('examples', ['--config', 'e2e/examples/vitest.config.ts'], minutes))
  /** @param {'stories' | 'desktop'} name @param {typeof web} built @param {string} config @param {number} budget */
  const stories = async (name, built, config, budget) => {
    if (browser === undefined || built === undefined) return
    if (!built.ok) all.push(failure(`What the ${name} tests look at could not be built:\n${built.why}`))
    else if (!browser.ok) all.push(failure(`The ${name} tests can't run: ${browser.why}`))
    else {
      const args = ['test', '--config', config, '--reporter', 'list,json']
      if (!isFull) args.push('--grep-invert', seldom[name].join('|'))
      const env = { BLOCKPROP_CHROMIUM: browser.path }
      all.push(await suite(name, '@playwright/test/cli.js', args, budget, ofPlaywright, env))
    }
  }
  await stories('stories', web, 'e2e/playwright.config.ts', 8 * minutes)
  await stories('desktop', desktop, 'e2e/desktop/playwright.config.ts', 7 * minutes)
  if (python !== undefined) {
    const config = ['--config', 'e2e/parity/vitest.config.ts']
    const parity = () =>
      python.ok
        ? vitest('parity', config, 5 * minutes, { BLOCKPROP_PYTHON: python.python })
        : withoutPython(python.why)
    all.push(await parity())
  }
  if (wanted.includes('package'))
    all.push(
      await timed('package', 2 * minutes, async () => {
        const { code, output } = await run(process.execPath, [at('scripts', 'package.mjs'), '--test'])
        console.log(output.trim())
        return code === 0
          ? { passed: 1, failed: 0, skipped: 0 }
          : failure('The packed app is not as it should be.')
      })
    )
  return all
}

async function main() {
  const unknown = asked.find(name => !suiteNames.some(suiteName => suiteName === name))
  if (unknown !== undefined) return [failure(`There is no suite "${unknown}": use ${suiteNames.join(', ')}.`)]
  const dependencies = await ensureDependencies()
  if (!dependencies.ok) return [failure(dependencies.why)]
  const wanted = asked.length > 0 ? asked : isFull ? suiteNames : usual
  if (args.includes('--prepare')) {
    await setUp(wanted)
    return []
  }
  return runSuites(wanted)
}

requireNode()
const total = sum(await main())
console.log(['', ...times, ...failures.map(failure => `FAILED ${failure}`), '', inWords(total)].join('\n'))
process.exitCode = total.failed > 0 ? 1 : 0
