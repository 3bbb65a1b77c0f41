/**
 * The service worker of the web edition, built after it and into its folder (`--outDir`), whose files it lists.
 * One file without imports, since not every browser loads workers of this kind as modules.
 */
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { securityHeaders } from './main/serve/security-headers.mjs'
import type { Build } from './renderer/service-worker/build'
import { listWebFiles } from './scripts/web-files.mjs'

const folder = process.env['BLOCKPROP_WEB'] ?? resolve(import.meta.dirname, 'out/web')
const build: Build = { ...listWebFiles(folder), headers: securityHeaders }

export default defineConfig({
  publicDir: false,
  define: { __BUILD__: JSON.stringify(build) },
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: 'es2022',
    minify: true,
    rolldownOptions: {
      input: { 'service-worker': resolve(import.meta.dirname, 'renderer/service-worker/service-worker.ts') },
      output: { format: 'iife', entryFileNames: '[name].js' }
    }
  }
})
