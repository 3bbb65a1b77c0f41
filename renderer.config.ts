import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { HtmlTagDescriptor, Plugin, UserConfig } from 'vite'

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

const window = 'renderer/index.html'
const home = 'renderer/home/Home.tsx'
const editor = 'renderer/shell/Editor.tsx'
const panels = 'renderer/shell/panels.ts'

/** The fonts of the first words; letters of other scripts come when there are some. */
const fonts = /\/(inter|jetbrains-mono)-latin-wght-normal-[\w-]+\.woff2$/

/**
 * Tells the page from its first line what its scripts will ask for: the fonts, and the editor, with which a window
 * begins that has a document. Otherwise each would be asked for only when a script before it has run.
 */
function askEarly(): Plugin {
  return {
    name: 'blockprop:ask-early',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {}, filename }) => {
        if (!filename.endsWith('index.html')) return []
        const link = (file: string, attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { crossorigin: true, href: `./${file}`, ...attrs },
          injectTo: 'head'
        })
        const styles = new Set<string>()
        const scripts = new Set<string>()
        const take = (file: string): void => {
          const chunk = bundle[file]
          if (chunk?.type !== 'chunk' || scripts.has(file) || html.includes(file)) return
          scripts.add(file)
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
          for (const imported of chunk.imports) take(imported)
        }
        for (const one of Object.values(bundle))
          if (one.type === 'chunk' && one.facadeModuleId === at(editor)) take(one.fileName)
        return [
          ...Object.keys(bundle)
            .filter(file => fonts.test(file))
            .map(file => link(file, { rel: 'preload', as: 'font', type: 'font/woff2' })),
          ...[...styles].map(file => link(file, { rel: 'preload', as: 'style' })),
          ...[...scripts].map(file => link(file, { rel: 'modulepreload' }))
        ]
      }
    }
  }
}

/** How the window is built, for the browser and for Electron alike. */
export const renderer = {
  root: at('renderer'),
  base: './',
  publicDir: at('renderer/public'),
  plugins: [react(), askEarly()],
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
            part('common', [window, 'renderer/crash.html'], 6),
            part('start', [window], 5),
            part('screens', [home, editor], 4),
            part('editor', [editor], 3),
            part('controls', [home, panels], 2),
            part('home', [home], 1),
            part('panels', [panels], 0)
          ]
        }
      }
    }
  }
} satisfies UserConfig
