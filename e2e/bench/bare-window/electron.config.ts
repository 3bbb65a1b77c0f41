import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Built as the app is, so that the two differ in what they show alone. */
export default defineConfig({
  main: {
    build: { externalizeDeps: false, minify: true, rolldownOptions: { input: { index: at('main.ts') } } }
  },
  renderer: {
    root: at('.'),
    base: './',
    plugins: [react()],
    build: { minify: true, target: 'es2022', rolldownOptions: { input: { index: at('index.html') } } }
  }
})
