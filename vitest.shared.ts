import { fileURLToPath } from 'node:url'

/**
 * tfjs's modules for the browser, in Node too: those for Node are bundles, and the one of tfjs-layers carries a
 * second tfjs-core, which knows nothing of what is registered with the first.
 */
export const tfjsModules = ['core', 'layers', 'backend-cpu', 'backend-wasm', 'backend-webgl'].map(part => ({
  find: new RegExp(`^@tensorflow/tfjs-${part}$`),
  replacement: fileURLToPath(new URL(`node_modules/@tensorflow/tfjs-${part}/dist/index.js`, import.meta.url))
}))
