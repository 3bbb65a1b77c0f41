import { X } from 'lucide-react'
import { useEffect } from 'react'
import { whenText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { MiniPicture } from '../diagram/MiniPicture'
import { openRecent } from '../store/files'
import { forgetRecentFile, loadRecentFiles, useRecentFiles, type RecentFile } from '../store/recent-files'
import { gridKeys } from '../ui/grid-keys'
import styles from './RecentFiles.module.css'

const words = strings.home

const moveInGrid = gridKeys('li')

/** What was opened or saved last; nothing where there is nothing, or the host can't open it again. */
export function RecentFiles() {
  const files = useRecentFiles(s => s.files)
  useEffect(() => void loadRecentFiles(), [])
  if (files.length === 0) return null
  return (
    <section className={styles.recent} aria-labelledby="recent">
      <h2 id="recent">{words.recent}</h2>
      <ul className={styles.list} onKeyDown={moveInGrid}>
        {files.map(file => (
          <li key={file.id} className={styles.file}>
            <div className={styles.picture}>
              <MiniPicture scene={file.picture} small />
            </div>
            <button type="button" className={styles.open} onClick={() => void openRecent(file)}>
              <b>{titleOf(file)}</b>
              <time dateTime={new Date(file.time).toISOString()}>{whenText(file.time)}</time>
            </button>
            <button
              type="button"
              className={styles.forget}
              aria-label={words.forget(titleOf(file))}
              title={words.forget(titleOf(file))}
              onClick={() => void forgetRecentFile(file.id)}
            >
              <X />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function titleOf({ name }: RecentFile): string {
  return name.replace(/\.blockprop$/i, '')
}
