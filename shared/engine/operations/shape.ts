import * as tf from '@tensorflow/tfjs-core'
import type { Attributes } from '../../network/program'
import { one, operand } from './operation'

export const reshape = one<Attributes['reshape']>((inputs, { shape }) =>
  tf.reshape(operand(inputs, 0), [...shape])
)

export const transpose = one<Attributes['transpose']>((inputs, { perm }) =>
  tf.transpose(operand(inputs, 0), [...perm])
)

export const concat = one<Attributes['concat']>((inputs, { axis }) =>
  inputs.length === 1 ? tf.clone(operand(inputs, 0)) : tf.concat([...inputs], axis)
)

export const slice = one<Attributes['slice']>((inputs, { begin, size }) =>
  tf.slice(operand(inputs, 0), [...begin], [...size])
)

export const pad = one<Attributes['pad']>((inputs, { pairs, value }) =>
  tf.pad(
    operand(inputs, 0),
    pairs.map(([before, after]): [number, number] => [before, after]),
    value
  )
)

export const reverse = one<Attributes['reverse']>((inputs, { axis }) => tf.reverse(operand(inputs, 0), axis))

export const broadcast = one<Attributes['broadcast']>((inputs, { shape }) =>
  tf.broadcastTo(operand(inputs, 0), [...shape])
)
