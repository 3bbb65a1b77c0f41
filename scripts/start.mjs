/**
 * npm start [-- --web] [FILE …]
 * Installs, builds, and opens the desktop window, or else serves the web edition on this machine alone.
 */
import { resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { openDesktop } from './desktop-edition.mjs'
import { chooseEdition, readArguments } from './edition.mjs'
import { canDownloadElectron, downloadElectron, findElectron } from './electron.mjs'
import { ensureDependencies, requireNode } from './setup.mjs'
import { openWebEdition } from './web-edition.mjs'

/** @param {{ ok: true } | { ok: false, why: string }} step */
function orEnd(step) {
  if (step.ok) return
  console.error(step.why)
  process.exit(1)
}

/** @param {string | undefined} why @param {readonly string[]} files */
async function web(why, files) {
  if (why !== undefined) console.log(`The web edition is opened: ${why}.`)
  if (files.length > 0) console.log(`A browser is handed no files: open ${files.join(', ')} from there.`)
  orEnd(await ensureBuilt('web'))
  await openWebEdition()
}

requireNode()
const wanted = readArguments(process.argv.slice(2))
if (!wanted.ok) {
  console.error(wanted.why)
  process.exit(2)
}
orEnd(await ensureDependencies())

const { DISPLAY, WAYLAND_DISPLAY, INIT_CWD } = process.env
const edition = await chooseEdition(wanted, {
  hasScreen: process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY),
  find: findElectron,
  canDownload: canDownloadElectron,
  download: downloadElectron,
  tell: console.log,
  patience: 60_000
})
if (edition.kind === 'web') {
  await web(edition.why, wanted.files)
  void edition.later?.then(found => {
    console.log(
      found.ok
        ? 'Electron is here: the next npm start opens the desktop window.'
        : `Without it: ${found.why}.`
    )
  })
} else {
  orEnd(await ensureBuilt('desktop'))
  // npm runs us in the repository; a person names files from where they stand.
  const files = wanted.files.map(file => resolve(INIT_CWD ?? process.cwd(), file))
  const ended = await openDesktop(edition.electron, files)
  if (ended.kind === 'closed') process.exitCode = ended.code
  else await web(`Electron does not start here (${ended.why})`, files)
}
