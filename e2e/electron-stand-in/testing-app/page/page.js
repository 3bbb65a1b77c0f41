/** @param {string} id @param {unknown} text */
const write = (id, text) => {
  const element = document.getElementById(id)
  if (element) element.textContent = String(text)
}

const { host } = /** @type {{ host: { onTold: (listener: (text: string) => void) => void } }} */ (
  /** @type {unknown} */ (window)
)
host.onTold(text => write('told', text))

// A module worker counts in memory that both share.
const shared = new SharedArrayBuffer(4)
const worker = new Worker('worker.js', { type: 'module' })
worker.onmessage = () => write('counted', new Int32Array(shared)[0])
worker.postMessage(shared)
