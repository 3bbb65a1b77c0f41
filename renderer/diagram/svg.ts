import { countText } from '../../shared/strings/format'
import { portSize } from '../canvas/layout/measures'
import { iconOf } from '../ui/block-icons'
import { iconShapes, iconSize } from '../ui/icon-shapes'
import type { Scene, SceneCard, SceneEdge } from './scene'
import { fitText } from './text-width'
import { pixels, tokensOf, type DiagramTheme, type Tokens } from './tokens'
import { element, xmlText } from './xml'

export interface DiagramLook {
  readonly theme: DiagramTheme
  /** Without a ground, the cards lie on whatever the picture is put on. */
  readonly transparent: boolean
  /** `@font-face` rules for readers that can't reach the fonts of the page. */
  readonly fonts?: string
}

/** As in `BlockCard.module.css`. */
const card = { padding: 9, right: 4, gap: 7, foot: 26, tile: 26, tileRadius: 8, icon: 18, line: 17.5 }

/** Of the card's words, in pixels and em. A figure of the monospaced font is 0.6 em wide without its spacing. */
const type = { name: 14, figures: 12, spacing: -0.01, figureSpacing: -0.04, figureWidth: 0.56 }

/** From the middle of a line of text down to what its letters stand on, in em: not every reader knows `dominant-baseline`. */
const rise = 0.35

/**
 * The network as an SVG that stands alone: words are text in the window's fonts (Inter and JetBrains Mono, else what
 * the reader's system has), nothing is fetched and nothing runs.
 */
export function diagramSvg(scene: Scene, look: DiagramLook): string {
  const { width, height } = scene
  const tokens = tokensOf(look.theme)
  const root = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }
  const ground = look.transparent ? [] : [element('rect', { width, height, fill: tokens('canvas') })]
  return element('svg', { ...root, 'font-family': tokens('font') }, [
    element('title', {}, [xmlText(scene.title)]),
    ...(look.fonts === undefined ? [] : [element('style', {}, [xmlText(look.fonts)])]),
    ...ground,
    element('g', { fill: 'none', stroke: tokens('line-strong'), 'stroke-width': 2 }, [
      ...scene.edges.map(({ path }) => element('path', { d: path }))
    ]),
    ...scene.edges.flatMap(edge => edgeWords(edge, tokens, look)),
    ...scene.cards.map(each => cardOf(each, tokens))
  ])
}

function edgeWords({ text, middle }: SceneEdge, tokens: Tokens, look: DiagramLook): readonly string[] {
  if (text === '') return []
  // The words keep clear of the line, where there is a ground to do it with.
  const halo = { 'paint-order': 'stroke', stroke: tokens('canvas'), 'stroke-width': 4 }
  const attributes = {
    x: middle.x,
    y: middle.y - 7,
    'text-anchor': 'middle',
    'font-family': tokens('mono'),
    'font-size': 10,
    fill: tokens('ink-3'),
    ...(look.transparent ? {} : halo)
  }
  return [element('text', attributes, [xmlText(text)])]
}

function cardOf(scene: SceneCard, tokens: Tokens): string {
  const { at, width, height } = scene
  const colour = scene.group === undefined ? tokens('ink-3') : tokens(`g-${scene.group}`)
  const head = height - card.foot
  const left = at.x + card.padding
  const words = left + card.tile + card.gap
  const room = at.x + width - card.right - words
  const [name, sm, figures] = [type.name, pixels(tokens('text-sm')), type.figures]
  const centre = at.y + head / 2
  const count = scene.parameters > 0 ? countText(scene.parameters) : ''
  const shapeRoom = width - 2 * card.padding - (count.length + 1) * figures * type.figureWidth
  const mono = {
    y: at.y + head + card.foot / 2 + rise * figures,
    'font-size': figures,
    'letter-spacing': type.figureSpacing * figures,
    'font-family': tokens('mono')
  }
  const line = { stroke: tokens('line'), 'stroke-width': 1 }
  const shown = monoText(scene.shape, figures, shapeRoom)
  return element('g', {}, [
    element('title', {}, [xmlText(scene.name)]),
    element('rect', {
      x: at.x + 0.5,
      y: at.y + 0.5,
      width: width - 1,
      height: height - 1,
      rx: pixels(tokens('r-md')),
      fill: tokens('raised'),
      ...line
    }),
    element('path', { d: `M${at.x + 1} ${at.y + head}H${at.x + width - 1}`, ...line }),
    tileOf(scene, left, centre - card.tile / 2, colour),
    text(fitText(scene.name, name, room), {
      x: words,
      y: centre - card.line / 2 + rise * name,
      'font-size': name,
      'letter-spacing': type.spacing * name,
      'font-weight': 600,
      fill: tokens('ink')
    }),
    text(fitText(scene.line, sm, room), {
      x: words,
      y: centre + card.line / 2 + rise * sm,
      'font-size': sm,
      'letter-spacing': type.spacing * sm,
      fill: tokens('ink-2')
    }),
    text(shown, { ...mono, x: left, 'font-weight': 500, fill: tokens('ink-2') }),
    text(count, { ...mono, x: at.x + width - card.padding, 'text-anchor': 'end', fill: tokens('ink-3') }),
    ...scene.ports.map(({ x, y }) =>
      element('circle', {
        cx: x,
        cy: y,
        r: portSize / 2 - 1,
        fill: tokens('raised'),
        stroke: tokens('line-strong'),
        'stroke-width': 2
      })
    )
  ])
}

function tileOf({ type, group }: SceneCard, x: number, y: number, colour: string): string {
  const inset = (card.tile - card.icon) / 2
  const scale = card.icon / iconSize
  return (
    element('rect', {
      x,
      y,
      width: card.tile,
      height: card.tile,
      rx: card.tileRadius,
      fill: colour,
      'fill-opacity': 0.14
    }) +
    element(
      'g',
      {
        transform: `translate(${x + inset} ${y + inset}) scale(${scale})`,
        fill: 'none',
        stroke: colour,
        'stroke-width': 1.75,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round'
      },
      iconShapes(iconOf(type, group)).map(shape => element(shape.name, shape.attributes))
    )
  )
}

function text(words: string, attributes: Readonly<Record<string, string | number>>): string {
  return words === '' ? '' : element('text', attributes, [xmlText(words)])
}

function monoText(words: string, size: number, room: number): string {
  const fits = Math.floor(room / (size * type.figureWidth))
  return words.length <= fits ? words : `${words.slice(0, Math.max(0, fits - 1))}…`
}
