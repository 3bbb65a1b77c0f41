/**
 * node scripts/icons.mjs
 * Draws the icons of assets/icons anew, from the SVG files there, by a Chromium.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { ensureBrowser } from './browser.mjs'
import { icns, ico } from './icon-files.mjs'
import { at } from './paths.mjs'

/** @typedef {import('./icon-files.mjs').Picture} Picture */

/** Up to which size the drawing of few pixels is clearer. */
const small = { app: 48, document: 32 }
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
const linuxSizes = [16, 32, 48, 64, 128, 256, 512]
const macSizes = [32, 64, 128, 256, 512, 1024]

/** macOS wants room around the plate: 824 of 1024 pixels. */
const macScale = 824 / 1024

/** @param {string} name */
const source = name => readFileSync(at('assets', 'icons', `${name}.svg`), 'utf8')

/** @param {string} path below assets/icons, or from the root @param {Uint8Array} bytes */
function write(path, bytes) {
  writeFileSync(path, bytes)
  console.log(`${path} ${bytes.length} bytes`)
}

/**
 * Draws an SVG in the middle of a square.
 * @param {import('@playwright/test').Page} page
 * @param {string} svg @param {number} size of the square, in pixels @param {number} [scale] of the drawing in it
 * @returns {Promise<Picture>}
 */
async function draw(page, svg, size, scale = 1) {
  const drawn = await page.evaluate(
    async ({ svg, size, scale }) => {
      const image = new Image()
      image.src = `data:image/svg+xml;base64,${btoa(svg)}`
      await image.decode()
      const canvas = new OffscreenCanvas(size, size)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('There is no canvas.')
      const inset = (size * (1 - scale)) / 2
      context.drawImage(image, inset, inset, size * scale, size * scale)
      const blob = await canvas.convertToBlob({ type: 'image/png' })
      return {
        png: [...new Uint8Array(await blob.arrayBuffer())],
        rgba: [...context.getImageData(0, 0, size, size).data]
      }
    },
    { svg, size, scale }
  )
  return { size, png: Uint8Array.from(drawn.png), rgba: Uint8Array.from(drawn.rgba) }
}

const browser = await ensureBrowser()
if (!browser.ok) {
  console.error(browser.why)
  process.exit(1)
}
const launched = await chromium.launch({ executablePath: browser.path, args: ['--no-sandbox'] })
const page = await launched.newPage()

for (const name of /** @type {const} */ (['app', 'document'])) {
  /** @param {number} size @param {number} [scale] */
  const picture = (size, scale) =>
    draw(page, source(size * (scale ?? 1) <= small[name] ? `${name}-small` : name), size, scale)
  /** @param {readonly number[]} sizes @param {number} [scale] */
  const pictures = async (sizes, scale) => {
    /** @type {Picture[]} */
    const all = []
    for (const size of sizes) all.push(await picture(size, scale))
    return all
  }
  write(at('assets', 'icons', `${name}.ico`), ico(await pictures(windowsSizes)))
  const isPlate = name === 'app'
  write(at('assets', 'icons', `${name}.icns`), icns(await pictures(macSizes, isPlate ? macScale : 1)))
  mkdirSync(at('assets', 'icons', name), { recursive: true })
  for (const { size, png } of await pictures(linuxSizes)) {
    write(at('assets', 'icons', name, `${size}x${size}.png`), png)
  }
}

const web = at('renderer', 'public', 'icons')
mkdirSync(web, { recursive: true })
write(`${web}/icon.svg`, Buffer.from(source('app-small')))
for (const size of [192, 512]) {
  write(`${web}/icon-${size}.png`, (await draw(page, source('app'), size)).png)
  write(`${web}/maskable-${size}.png`, (await draw(page, source('app-maskable'), size)).png)
}
write(`${web}/apple-touch-icon.png`, (await draw(page, source('app-maskable'), 180, 1.15)).png)
await launched.close()
