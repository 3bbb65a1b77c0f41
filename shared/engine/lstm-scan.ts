import * as tf from '@tensorflow/tfjs-core'

/** What the backward pass needs of one step; gates before the mask is regarded. */
interface Step {
  readonly gates: tf.Tensor2D
  readonly candidate: tf.Tensor2D
  readonly cell: tf.Tensor2D
  readonly tanhCell: tf.Tensor2D
  readonly hidden: tf.Tensor2D
}

/**
 * The recurrent part of an LSTM. `inputs` holds `x·W + b` of every step, `[time, batch, 4 · units]`, gates in the
 * order input, forget, cell, output; `mask` is 0 or 1, `[time, batch, 1]`: a masked step keeps both states, and
 * so repeats the output before it. Returns the hidden states, `[time, batch, units]`.
 *
 * Its gradient is written out (backpropagation through time), as the tape spends most of its time on splitting
 * and joining gates: one product per step remains, those by the kernels are made for all steps at once.
 */
export function lstmScan(inputs: tf.Tensor3D, recurrent: tf.Tensor2D, mask: tf.Tensor3D | null): tf.Tensor3D {
  const [time, batch] = inputs.shape
  const units = recurrent.shape[0]
  const masks = mask === null ? null : (tf.unstack(mask) as tf.Tensor2D[])
  return tf.customGrad((...args) => {
    const [x, u, save] = args as unknown as [tf.Tensor3D, tf.Tensor2D, tf.GradSaveFunc]
    const steps = forward(tf.unstack(x) as tf.Tensor2D[], u, masks, units, batch)
    const value = tf.stack(steps.map(step => step.hidden)) as tf.Tensor3D
    save([u, value, ...(masks ?? []), ...steps.flatMap(s => [s.gates, s.candidate, s.cell, s.tanhCell])])
    return {
      value,
      gradFunc: (dy: tf.Tensor3D, saved: tf.Tensor[]) => {
        const [weights, hidden, ...rest] = saved as [tf.Tensor2D, tf.Tensor3D, ...tf.Tensor2D[]]
        const masked = masks === null ? 0 : time
        const kept = rest.slice(masked)
        const dz = backward(dy, weights, kept, masks === null ? null : rest.slice(0, masked), units)
        const before = tf.concat<tf.Tensor3D>([tf.zeros([1, batch, units]), tf.slice(hidden, 0, time - 1)])
        const rows = (t: tf.Tensor, width: number): tf.Tensor2D => tf.reshape(t, [time * batch, width])
        const dRecurrent = tf.matMul(rows(before, units), rows(dz, 4 * units), true, false)
        return [dz, dRecurrent]
      }
    }
  })(inputs, recurrent)
}

function forward(
  inputs: readonly tf.Tensor2D[],
  recurrent: tf.Tensor2D,
  masks: readonly tf.Tensor2D[] | null,
  units: number,
  batch: number
): Step[] {
  let hidden = tf.zeros<tf.Rank.R2>([batch, units])
  let cell = tf.zeros<tf.Rank.R2>([batch, units])
  return inputs.map((input, t) => {
    const step = tf.tidy(() => {
      const z = tf.add<tf.Tensor2D>(input, tf.matMul(hidden, recurrent))
      const gates = tf.sigmoid(z)
      const candidate = tf.tanh(part(z, 2, units))
      const next = tf.add(tf.mul(part(gates, 1, units), cell), tf.mul(part(gates, 0, units), candidate))
      const tanhCell = tf.tanh(next) as tf.Tensor2D
      const output = tf.mul(part(gates, 3, units), tanhCell)
      const m = masks?.[t]
      return {
        gates,
        candidate,
        cell: m ? choose(m, next, cell) : (next as tf.Tensor2D),
        tanhCell,
        hidden: m ? choose(m, output, hidden) : (output as tf.Tensor2D)
      }
    })
    hidden = step.hidden
    cell = step.cell
    return step
  })
}

/** The gradient by the inputs of every step, `[time, batch, 4 · units]`. */
function backward(
  dy: tf.Tensor3D,
  recurrent: tf.Tensor2D,
  kept: readonly tf.Tensor2D[],
  masks: readonly tf.Tensor2D[] | null,
  units: number
): tf.Tensor3D {
  const turned = tf.transpose(recurrent)
  const above = tf.unstack(dy) as tf.Tensor2D[]
  const at = (t: number, which: 0 | 1 | 2 | 3): tf.Tensor2D => kept[t * 4 + which] as tf.Tensor2D
  const none = tf.zerosLike(at(0, 2))
  const gradients: tf.Tensor2D[] = []
  let dHidden: tf.Tensor = none
  let dCell: tf.Tensor = none
  for (let t = above.length - 1; t >= 0; t--) {
    const step = tf.tidy(() => {
      const [gates, candidate, tanhCell] = [at(t, 0), at(t, 1), at(t, 3)]
      const [input, forget, output] = [part(gates, 0, units), part(gates, 1, units), part(gates, 3, units)]
      const m = masks?.[t]
      const dOut = tf.add(above[t] as tf.Tensor2D, dHidden)
      const dh = m ? tf.mul(dOut, m) : dOut
      const through = tf.mul(tf.mul(dh, output), tf.sub(1, tf.square(tanhCell)))
      const dc = tf.add(m ? tf.mul(dCell, m) : dCell, through)
      const before = t === 0 ? none : at(t - 1, 2)
      // Of the sigmoids one derivative for all four; the candidate's is put in its place.
      const slope = tf.mul(gates, tf.sub(1, gates))
      const dCandidate = tf.mul(tf.mul(dc, input), tf.sub(1, tf.square(candidate)))
      const dz = tf.concat2d(
        [
          tf.mul<tf.Tensor2D>(tf.mul(dc, candidate), part(slope, 0, units)),
          tf.mul<tf.Tensor2D>(tf.mul(dc, before), part(slope, 1, units)),
          dCandidate as tf.Tensor2D,
          tf.mul<tf.Tensor2D>(tf.mul(dh, tanhCell), part(slope, 3, units))
        ],
        1
      )
      const stays = m ? tf.sub(1, m) : null
      const dBefore = tf.matMul(dz, turned)
      const dCellBefore = tf.mul(dc, forget)
      return {
        dz,
        dHidden: stays ? tf.add(dBefore, tf.mul(dOut, stays)) : dBefore,
        dCell: stays ? tf.add(dCellBefore, tf.mul(dCell, stays)) : dCellBefore
      }
    })
    gradients.unshift(step.dz)
    dHidden = step.dHidden
    dCell = step.dCell
  }
  return tf.stack(gradients) as tf.Tensor3D
}

function part(gates: tf.Tensor, index: number, units: number): tf.Tensor2D {
  return tf.slice(gates as tf.Tensor2D, [0, index * units], [-1, units])
}

/** `next` where the mask is 1, `before` where it is 0, to the last bit. */
function choose(mask: tf.Tensor2D, next: tf.Tensor, before: tf.Tensor): tf.Tensor2D {
  return tf.add(tf.mul(next, mask), tf.mul(before, tf.sub(1, mask)))
}
