import { Component, type ErrorInfo, type ReactNode } from 'react'
import { CrashView } from './CrashView'

interface Props {
  readonly children: ReactNode
}
interface State {
  readonly error: Error | null
}

/** Where drawing the window fails, another one is drawn in its place. React wants a class here. */
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
    return error ? <CrashView error={error} /> : this.props.children
  }
}
