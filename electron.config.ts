/**
 * How Vite builds the app: the renderer, which is also the web edition, and with `--mode cli` the command line.
 * The name is electron-vite's, which takes this file over once the desktop edition has a main process.
 */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)

const renderer: UserConfig = {
  root: at('renderer'),
  base: './',
  publicDir: at('renderer/public'),
  plugins: [react()],
  worker: { format: 'es' },
  server: {
    fs: { allow: [import.meta.dirname] },
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin'
    }
  },
  build: {
    outDir: at('out/web'),
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    rolldownOptions: { input: { index: at('renderer/index.html'), crash: at('renderer/crash.html') } },
    // An inlined asset is a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000
  }
}

/**
 * Everything is bundled in, so that the command starts quickly. The output lies as deep as the sources do
 * (`out/cli`, `shared/datasets`), so that `new URL('../../assets/…', import.meta.url)` holds in both.
 */
const commandLine: UserConfig = {
  publicDir: false,
  ssr: { target: 'node', noExternal: true },
  build: {
    // A bench is bundled the same way (scripts/bench.mjs).
    ssr: process.env['BLOCKPROP_ENTRY'] ?? at('main/cli/index.ts'),
    outDir: at('out/cli'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      output: {
        entryFileNames: '[name].mjs',
        chunkFileNames: '[name]-[hash].mjs',
        // The wasm backend of tfjs is CommonJS inside, and asks for its folder.
        banner: 'const __dirname = import.meta.dirname;'
      }
    }
  }
}

export default defineConfig(({ mode }) => (mode === 'cli' ? commandLine : renderer))
