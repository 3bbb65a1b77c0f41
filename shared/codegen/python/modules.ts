/** The libraries that generated code stands on; whoever names one brings its import along. */
import { imported, type PyExpr } from './expr'

export const nn = (path: string): PyExpr => imported(`nn.${path}`, { from: 'torch' })
export const F = (path: string): PyExpr => imported(`F.${path}`, { module: 'torch.nn.functional', as: 'F' })
export const torch = (path: string): PyExpr => imported(`torch.${path}`, { module: 'torch' })
export const layers = (path: string): PyExpr => imported(`layers.${path}`, { from: 'keras' })
export const keras = (path: string): PyExpr => imported(`keras.${path}`, { module: 'keras' })
export const np = (path: string): PyExpr => imported(`np.${path}`, { module: 'numpy', as: 'np' })
/** `pack_padded_sequence` and its like. */
export const packing = (path: string): PyExpr => imported(path, { from: 'torch.nn.utils.rnn' })
