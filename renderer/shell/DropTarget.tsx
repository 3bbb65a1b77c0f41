import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { openDropped } from '../store/files'
import styles from './DropTarget.module.css'

const words = strings.home

/** A file may be dropped anywhere in the window, which says so while one is held over it. */
export function DropTarget() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      // Blocks from the palette are for the canvas; what a panel takes for itself is the panel's.
      if (event.dataTransfer?.types.includes('Files') !== true) return
      setOver(!isForPanel(event))
      event.preventDefault()
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      void openDropped(event.dataTransfer)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return (
    isOver && (
      <div className={styles.over} aria-hidden="true">
        <div className={styles.words}>
          <FileDown />
          <b>{words.drop}</b>
          <span>{words.dropHint}</span>
        </div>
      </div>
    )
  )
}

/** The element under the pointer, or one around it, says that it takes files: `data-takes-files`. */
function isForPanel({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-takes-files]') !== null
}
