import { runExport, type FromExporter, type ToExporter } from '../../shared/codegen/export-session'
import { readAsset } from './read-asset'

self.addEventListener('message', ({ data }: MessageEvent<ToExporter>) => {
  // A mistake of ours ends in the client's `onerror`, as one outside a promise does.
  runExport(data, readAsset, tell).catch(reportError)
})

/** Files are handed over, not copied: data.npz can be large. */
function tell(message: FromExporter): void {
  const files = message.kind === 'made' ? [...message.files.values()] : []
  self.postMessage(message, { transfer: files.map(({ buffer }) => buffer as ArrayBuffer) })
}
