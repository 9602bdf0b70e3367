import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ComponentType, ReactElement } from 'react'

/** A part of the app that may add styles of its own, by the nonce that the server gave to this page. */
export function withNonce<P extends object>(Part: ComponentType<P>): ComponentType<P> {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return function WithNonce(props: P): ReactElement {
    return (
      <CSPProvider nonce={nonce}>
        <Part {...props} />
      </CSPProvider>
    )
  }
}
