import { useEffect, useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { CopyDetails } from '../about/CopyDetails'
import { currentDetails } from '../about/details'
import { saveToDisk } from '../store/files'
import { Button } from '../ui/Button'
import { restartWindow } from './restart-window'
import styles from './CrashView.module.css'

const words = strings.crash

/** What is left where the window can't be drawn: the document is still in the store, and can be saved. */
export function CrashView({ error }: { readonly error: Error }) {
  const [details, setDetails] = useState('')
  useEffect(() => void currentDetails(error).then(setDetails), [error])
  return (
    <main className={styles.page}>
      <div role="alert">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
      </div>
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => void saveToDisk('ask')}>
          {words.save}
        </Button>
        <Button look="soft" onClick={() => void restartWindow()}>
          {words.restart}
        </Button>
        <CopyDetails error={error} />
      </div>
      <details>
        <summary>{words.details}</summary>
        <p>{words.detailsHelp}</p>
        <pre>{details}</pre>
      </details>
    </main>
  )
}
