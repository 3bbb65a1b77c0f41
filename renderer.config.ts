import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** How the window is built, for the browser and for Electron alike. */
export const renderer = {
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
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    // An inlined asset is a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: { index: at('renderer/index.html'), crash: at('renderer/crash.html') } }
  }
} satisfies UserConfig
