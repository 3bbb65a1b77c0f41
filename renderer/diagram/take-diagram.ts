import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { analysisOf } from '../store/analysis'
import { useDiagramSettings, type DiagramSettings } from '../store/diagram-settings'
import { useDocument } from '../store/document'
import { fileStem } from '../store/file-stem'
import { notify } from '../store/session'
import { shownNetwork } from '../store/shown'
import { useTheme } from '../ui/theme'
import { fitScale } from './fit-scale'
import { pageFonts } from './page-fonts'
import { pngOf } from './png'
import { sceneOf, type Scene } from './scene'
import { diagramSvg, type DiagramLook } from './svg'

const words = strings.diagram

/** The network on the canvas. */
export function shownScene(): Scene {
  const { document } = useDocument.getState()
  return sceneOf(document, analysisOf(document), shownNetwork().id)
}

/** What the settings come to in a window that is dark or light. */
export function lookOf({ theme, transparent }: DiagramSettings, dark: boolean): DiagramLook {
  return { theme: theme === 'window' ? (dark ? 'dark' : 'light') : theme, transparent }
}

const chosenLook = (): DiagramLook => lookOf(useDiagramSettings.getState(), useTheme.getState().dark)

export async function saveDiagramSvg(): Promise<void> {
  const scene = shownScene()
  await save(scene, 'svg', new TextEncoder().encode(diagramSvg(scene, chosenLook())))
}

export async function saveDiagramPng(): Promise<void> {
  const scene = shownScene()
  const png = await pictureOf(scene)
  if (!png.ok) notify({ kind: 'error', title: words.notSaved, text: png.error })
  else if (await save(scene, 'png', png.value)) tellSmaller(scene)
}

export async function copyDiagram(): Promise<void> {
  if (!host.copyPicture) return
  const scene = shownScene()
  const picture = pictureOf(scene)
  const bytes = picture.then(png => {
    if (!png.ok) throw new Error(png.error)
    return png.value
  })
  if (await host.copyPicture(bytes)) {
    notify({ kind: 'info', title: words.copied, text: smallerText(scene) })
    return
  }
  const png = await picture
  notify({ kind: 'error', title: words.notCopied, text: png.ok ? words.cantCopy : png.error })
}

async function save(scene: Scene, ending: string, bytes: Uint8Array): Promise<boolean> {
  const saved = await host.saveExport({ name: `${fileStem(scene.title)}.${ending}`, bytes })
  if (!saved.ok) notify({ kind: 'error', title: words.notSaved, text: saved.error })
  return saved.ok && saved.value !== null
}

async function pictureOf(scene: Scene): Promise<Result<Uint8Array, string>> {
  const scale = scaleOf(scene)
  if (scale === null) return fail(words.tooLarge(scene.cards.length))
  const look = chosenLook()
  const fonts = await pageFonts(diagramSvg(scene, look))
  const png = await pngOf(diagramSvg(scene, { ...look, fonts }), scene, scale)
  return png.ok ? ok(png.value) : png
}

function scaleOf({ width, height }: Scene): number | null {
  return fitScale(width, height, useDiagramSettings.getState().scale)
}

function tellSmaller(scene: Scene): void {
  const text = smallerText(scene)
  if (text !== '') notify({ kind: 'info', title: words.smaller, text })
}

/** What to say where the network is too large for the scale that was asked for. */
function smallerText(scene: Scene): string {
  const { scale: wanted } = useDiagramSettings.getState()
  const scale = scaleOf(scene)
  return scale === null || scale === wanted ? '' : words.smallerThan(scale, wanted)
}
