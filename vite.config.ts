/** The web edition, and with `--mode cli` the command line. The desktop edition is built by `electron.config.ts`. */
import { resolve } from 'node:path'
import { defineConfig, type UserConfig } from 'vite'
import { renderer } from './renderer.config'

const at = (path: string) => resolve(import.meta.dirname, path)

const web: UserConfig = { ...renderer, build: { ...renderer.build, outDir: at('out/web') } }

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

export default defineConfig(({ mode }) => (mode === 'cli' ? commandLine : web))
