/** Milliseconds that the first words wait for their fonts, which lie beside the app. */
const patience = 400

const families = ['Inter Variable', 'JetBrains Mono Variable']

const loaded = Promise.allSettled(families.map(family => document.fonts.load(`13px "${family}"`)))

/**
 * Resolves once the fonts are there, so that words stand from the first where they stay; late ones are not waited for.
 * They are asked for when this module is first read, so that they come while the rest of the window makes ready.
 */
export async function fontsReady(): Promise<void> {
  await Promise.race([loaded, new Promise(done => setTimeout(done, patience))])
}
