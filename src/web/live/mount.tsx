import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../client.ts'
import { LiveBlock, type LiveBlockProps } from './live-block.tsx'

export interface Mounted {
  unmount(): void
}

/** Puts a live query into a place in the editor's text, which is not React's. */
export function mountLive(holder: HTMLElement, props: LiveBlockProps): Mounted {
  const root = createRoot(holder)
  root.render(
    <QueryClientProvider client={queryClient}>
      <LiveBlock {...props} />
    </QueryClientProvider>,
  )
  return root
}
