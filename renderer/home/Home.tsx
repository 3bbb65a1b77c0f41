import { ArrowLeft, Command, FilePlus2, FolderOpen, Settings } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { CommandButton } from '../commands/CommandButton'
import { runCommand } from '../commands/registry'
import { ThemeButton } from '../commands/ThemeButton'
import { HintPill } from '../hints/HintPill'
import { useDocument } from '../store/document'
import { useSession } from '../store/session'
import { Button } from '../ui/Button'
import { gridKeys } from '../ui/grid-keys'
import { Logo } from '../ui/Logo'
import { AbandonedWork } from './AbandonedWork'
import { ExampleCard } from './ExampleCard'
import { shownExamples } from './examples'
import { RecentFiles } from './RecentFiles'
import styles from './Home.module.css'

const words = strings.home

const moveInGrid = gridKeys('li')

/** Where everybody begins: an example, an empty canvas, or a file. */
export function Home() {
  return (
    <div className={styles.home}>
      <header className={styles.bar}>
        <Logo />
        <BackButton />
        <span className={styles.grow} />
        <CommandButton id="showCommands" icon={<Command />} />
        <ThemeButton />
        <CommandButton id="showSettings" icon={<Settings />} />
      </header>
      <main className={styles.main}>
        <div className={styles.inner}>
          <AbandonedWork />
          <div className={styles.side}>
            <h1>{words.title}</h1>
            <p className={styles.lead}>{words.lead}</p>
            <div className={styles.ways}>
              <button type="button" className={styles.way} onClick={() => runCommand('newDocument')}>
                <FilePlus2 />
                <b>{words.blank}</b>
                <span>{words.blankSummary}</span>
              </button>
              <button type="button" className={styles.way} onClick={() => runCommand('openDocument')}>
                <FolderOpen />
                <b>{words.open}</b>
                <span>{words.openSummary}</span>
              </button>
            </div>
            <RecentFiles />
          </div>
          <section className={styles.examples} aria-labelledby="examples">
            <div className={styles.head}>
              <h2 id="examples">{words.examples}</h2>
              <HintPill id="start" />
            </div>
            <ul className={styles.cards} onKeyDown={moveInGrid}>
              {shownExamples().map(shown => (
                <ExampleCard key={shown.example.name} shown={shown} />
              ))}
            </ul>
          </section>
        </div>
      </main>
    </div>
  )
}

/** To the work that is open, where there is any. */
function BackButton() {
  const name = useDocument(s => s.document.name)
  const hasWork = useDocument(s => Object.keys(s.document.networks[s.document.root]?.blocks ?? {}).length > 0)
  return (
    hasWork && (
      <Button onClick={() => useSession.setState({ screen: 'editor' })}>
        <ArrowLeft /> {words.back(name)}
      </Button>
    )
  )
}
