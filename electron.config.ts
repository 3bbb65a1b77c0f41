/**
 * How electron-vite builds the desktop edition: main process, preload and window, each
 * into a folder below the one that `--outDir` names (`scripts/build.mjs`: `out/desktop`).
 */
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { renderer } from './renderer.config'

const at = (path: string) => resolve(import.meta.dirname, path)

// Libraries are bundled in: the packaged app holds no node_modules.
const bundled = { externalizeDeps: false, minify: true, sourcemap: false } as const

/** What a browser shows of a page, and a desktop window does not: it would only be loaded. */
const withoutIcons: Plugin = {
  name: 'blockprop:without-icons',
  transformIndexHtml: html => html.replace(/ *<link rel="(icon|apple-touch-icon|manifest)"[^>]*>\n/g, '')
}

export default defineConfig({
  main: {
    build: {
      ...bundled,
      target: 'node22',
      rolldownOptions: { input: { index: at('main/index.ts') } }
    }
  },
  preload: {
    build: {
      ...bundled,
      rolldownOptions: {
        input: { preload: at('main/preload.ts') },
        // A sandboxed preload is loaded as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: { ...renderer, plugins: [...renderer.plugins, withoutIcons] }
})
