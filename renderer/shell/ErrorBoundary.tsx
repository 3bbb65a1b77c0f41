import { Component, type ErrorInfo, type ReactNode } from 'react'
import { strings } from '../../shared/strings/strings'
import { saveToDisk } from '../store/files'
import { Button } from '../ui/Button'
import styles from './ErrorBoundary.module.css'

interface Props {
  readonly children: ReactNode
}
interface State {
  readonly error: Error | null
}

const words = strings.crash

/** Where drawing the window fails: the document is still in the store, and can be saved. React wants a class here. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(reason: unknown): State {
    return { error: reason instanceof Error ? reason : new Error(String(reason)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(new Error(`${error.message}${info.componentStack ?? ''}`, { cause: error }))
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main className={styles.page} role="alert">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <pre>{error.message}</pre>
        <div>
          <Button look="primary" onClick={() => void saveToDisk('ask')}>
            {words.save}
          </Button>
          <Button look="soft" onClick={() => this.setState({ error: null })}>
            {words.again}
          </Button>
        </div>
      </main>
    )
  }
}
