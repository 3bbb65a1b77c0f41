import { useEffect, useState } from 'react'
import { pageFonts } from './page-fonts'
import type { Scene } from './scene'
import { diagramSvg, type DiagramLook } from './svg'

/** The address of the picture as an image that has its fonts with it; `null` until there is one. */
export function usePreview(scene: Scene, { theme, transparent }: DiagramLook): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isOver = false
    void pageFonts(diagramSvg(scene, { theme, transparent })).then(fonts => {
      if (isOver) return
      const svg = diagramSvg(scene, { theme, transparent, fonts })
      made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      setUrl(made)
    })
    return () => {
      isOver = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [scene, theme, transparent])
  return url
}
