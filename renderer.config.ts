import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** One file for all that is needed as soon as every one of `roots` is. */
function part(name: string, roots: readonly string[], priority: number) {
  const reached = roots.map(() => new Set<string>())
  const reach = (id: string, seen: Set<string>, modules: Modules): void => {
    if (seen.has(id)) return
    seen.add(id)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reach(imported, seen, modules)
  }
  return {
    priority,
    name: (id: string, modules: Modules): string | null => {
      for (const [i, root] of roots.entries()) reach(at(root), reached[i] ?? new Set(), modules)
      return reached.every(seen => seen.has(id)) ? name : null
    }
  }
}

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
    rolldownOptions: {
      input: { index: at('renderer/index.html'), crash: at('renderer/crash.html') },
      // A hundred small files cost more than what a page loads for another: one part for each of these moments.
      output: {
        codeSplitting: {
          groups: [
            part('common', ['renderer/index.html', 'renderer/crash.html'], 3),
            part('start', ['renderer/index.html'], 2),
            part('editor', ['renderer/shell/Editor.tsx'], 1)
          ]
        }
      }
    }
  }
} satisfies UserConfig
