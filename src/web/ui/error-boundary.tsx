import { Component, type ReactNode } from 'react'
import controls from './controls.module.css'

interface ErrorBoundaryProps {
  /** What is not there now, as a sentence. */
  readonly sentence: string
  readonly children: ReactNode
}

/** Keeps a part that breaks from taking the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <div role="alert">
        <p>{this.props.sentence}</p>
        <button type="button" className={controls.button} onClick={() => location.reload()}>
          Reload the page
        </button>
      </div>
    )
  }
}
