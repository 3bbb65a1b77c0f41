/** What shifting, turning and zooming share: everything but how far, drawn anew for each image. */
import {
  add,
  attr,
  call,
  div,
  index,
  mul,
  name,
  neg,
  param,
  slice,
  sub,
  tuple,
  type PyExpr
} from '../codegen/python/expr'
import { F, torch } from '../codegen/python/modules'
import { assign, comment, returns } from '../codegen/python/statement'
import type { OpsBuilder, Operand } from '../network/builder'
import type { Value } from '../network/program'
import { augmentationBlock, augmentationHelper } from './augmentation'
import type { Face, LayerBlock } from './block'
import { choice, type ChoiceParam, type Params, type Values } from './params'
import { sampleAt, type Fill } from './sampling'
import { ofSelf } from './torch-module'

/** At most so much; shifts are shares of the image, `turn` of a whole turn. */
interface Reach {
  readonly height?: number
  readonly width?: number
  readonly turn?: number
  readonly zoom?: number
}

interface RandomAffine<P extends Params> extends Omit<Face<P>, 'group' | 'tasks'> {
  readonly reach: (p: Values<P>) => Reach
  readonly fill: (p: Values<P>) => Fill
  readonly keras: (p: Values<P>) => PyExpr
}

export const fillParam = (): ChoiceParam<Fill> =>
  choice({
    label: 'Outside',
    help: 'What is taken for the pixels beyond the edge.',
    default: 'reflect',
    options: { reflect: 'mirrored', nearest: 'nearest pixel', constant: 'zeros' }
  })

const PADDING_MODES: Readonly<Record<Fill, string>> = {
  reflect: 'reflection',
  nearest: 'border',
  constant: 'zeros'
}

/** A block whose result is the image seen from elsewhere, between pixels by bilinear interpolation. */
export function randomAffineBlock<const P extends Params>({
  reach,
  fill,
  ...shared
}: RandomAffine<P>): LayerBlock {
  return augmentationBlock<P>({
    ...shared,
    ops: (b, x, p) => {
      const { rows, columns } = places(b, x, reach(p))
      return sampleAt(b, x, rows, columns, fill(p))
    },
    helper,
    pytorch: p => call('RandomAffine', [], { ...reach(p), padding_mode: PADDING_MODES[fill(p)] })
  })
}

/** Where each pixel of the result comes from: rows and columns `[batch, height, width, 1]`. */
function places(
  b: OpsBuilder,
  x: Value,
  { height = 0, width = 0, turn = 0, zoom = 0 }: Reach
): { readonly rows: Value; readonly columns: Value } {
  const [, rowCount = 1, columnCount = 1] = x.shape
  const draw = (most: number): Value => b.mul(b.sub(b.mul(b.uniform([b.batch, 1, 1, 1]), 2), 1), most)
  const from = (count: number): number[] => Array.from({ length: count }, (_, i) => i - (count - 1) / 2)
  const down = b.constant({ shape: [1, rowCount, 1, 1], data: from(rowCount) })
  const right = b.constant({ shape: [1, 1, columnCount, 1], data: from(columnCount) })
  const angle = draw(2 * Math.PI * turn)
  const scale = b.add(draw(zoom), 1)
  const cos = b.mul(b.cos(angle), scale)
  const sin = b.mul(b.sin(angle), scale)
  const whole = [b.batch, rowCount, columnCount, 1]
  const place = (offset: Operand, shift: Value, count: number): Value =>
    b.broadcast(b.add(b.add(offset, shift), (count - 1) / 2), whole)
  return {
    rows: place(b.add(b.mul(sin, right), b.mul(cos, down)), draw(height * rowCount), rowCount),
    columns: place(b.sub(b.mul(cos, right), b.mul(sin, down)), draw(width * columnCount), columnCount)
  }
}

const x = name('x')
const [height, width, cos, sin] = [name('height'), name('width'), name('cos'), name('sin')]
const ratio = (a: PyExpr, b: PyExpr, c: PyExpr): PyExpr => div(mul(a, b), c)

const helper = () =>
  augmentationHelper(
    'RandomAffine',
    [
      param('height', { default: 0 }),
      param('width', { default: 0 }),
      param('turn', { default: 0 }),
      param('zoom', { default: 0 }),
      param('padding_mode', { default: 'reflection' })
    ],
    'Shifts, turns or zooms each image by chance, while training.',
    [
      comment('Four numbers from -1 to 1 for each image.'),
      assign(
        tuple(['down', 'right', 'turn', 'zoom'].map(drawn => name(drawn))),
        sub(mul(2, call(torch('rand'), [4, call('len', [x])], { device: attr(x, 'device') })), 1)
      ),
      assign('angle', mul(mul(mul(2, torch('pi')), ofSelf('turn')), name('turn'))),
      assign('scale', add(1, mul(ofSelf('zoom'), name('zoom')))),
      assign('cos', mul(name('scale'), call(torch('cos'), [name('angle')]))),
      assign('sin', mul(name('scale'), call(torch('sin'), [name('angle')]))),
      assign(tuple([height, width]), index(attr(x, 'shape'), slice(neg(2)))),
      comment('Where each pixel comes from; the image reaches from -1 to 1 in both directions.'),
      assign(
        'across',
        call(torch('stack'), [
          [cos, ratio(neg(sin), height, width), mul(mul(2, ofSelf('width')), name('right'))],
          1
        ])
      ),
      assign(
        'along',
        call(torch('stack'), [
          [ratio(sin, width, height), cos, mul(mul(2, ofSelf('height')), name('down'))],
          1
        ])
      ),
      assign(
        'grid',
        call(
          F('affine_grid'),
          [call(torch('stack'), [[name('across'), name('along')], 1]), attr(x, 'shape')],
          {
            align_corners: false
          }
        )
      ),
      returns(
        call(F('grid_sample'), [x, name('grid')], {
          padding_mode: ofSelf('padding_mode'),
          align_corners: false
        })
      )
    ]
  )
