import { join } from 'node:path'
import { build } from 'vite'

/**
 * Makes a program of `NAME.child.ts` beside this file, into `folder`, and gives its path: Node runs no TypeScript of
 * its own in all versions that we support.
 */
export async function buildChild(name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${name}.child.ts`),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } }
    }
  })
  return join(folder, `${name}.mjs`)
}
