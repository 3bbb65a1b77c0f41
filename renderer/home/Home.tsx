import { ArrowLeft, FilePlus2, FolderOpen } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { runCommand } from '../commands/registry'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { Button } from '../ui/Button'
import { Logo } from '../ui/Logo'
import { ThemeButton } from '../commands/ThemeButton'
import { examples, openExample } from './examples'
import { ExamplePicture } from './ExamplePicture'
import styles from './Home.module.css'

const words = strings.home

/** Where everybody begins: an example, an empty canvas, or a file. */
export function Home() {
  const name = useDocument(s => s.document.name)
  const hasWork = useDocument(s => Object.keys(s.document.networks[s.document.root]?.blocks ?? {}).length > 0)
  return (
    <div className={styles.home}>
      <header className={styles.bar}>
        <Logo />
        {hasWork && (
          <Button onClick={() => useSession.setState({ screen: 'editor' })}>
            <ArrowLeft /> {words.back(name)}
          </Button>
        )}
        <span className={styles.grow} />
        <ThemeButton />
      </header>
      <main className={styles.main}>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <h2>{words.examples}</h2>
        <div className={styles.cards}>
          {examples.map(example => (
            <button
              key={example.name}
              type="button"
              className={styles.card}
              onClick={() => openExample(example)}
            >
              <ExamplePicture types={example.types} />
              <b>{example.label}</b>
              <span>{example.summary}</span>
            </button>
          ))}
        </div>
        <div className={styles.others}>
          <button type="button" className={styles.other} onClick={() => runCommand('newDocument')}>
            <FilePlus2 />
            <b>{words.blank}</b>
            <span>{words.blankSummary}</span>
          </button>
          <button type="button" className={styles.other} onClick={() => runCommand('openDocument')}>
            <FolderOpen />
            <b>{words.open}</b>
            <span>{words.openSummary}</span>
          </button>
        </div>
      </main>
    </div>
  )
}
