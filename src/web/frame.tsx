/** The frame of the app, as it stands on the page before any code runs: the build draws it into `index.html`. */
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { queryClient } from './client.ts'
import css from './layout/layout.module.css'
import { Layout } from './layout/layout.tsx'
import { Page } from './layout/page.tsx'
import { NARROW } from './ui/media.ts'

/** Of both widths, since nobody has asked for the page yet; the style sheet shows the one that fits. */
export function drawFrame(): string {
  return [false, true].map((narrow) => drawAt(narrow)).join('')
}

function drawAt(narrow: boolean): string {
  const matches = (query: string): boolean => narrow && query === NARROW
  const listening = { addEventListener: () => {}, removeEventListener: () => {} }
  Object.assign(globalThis, {
    location: new URL('http://notly.invalid/'),
    matchMedia: (query: string) => ({ matches: matches(query), ...listening }),
  })
  // The policy of the page allows no style in an attribute.
  return renderToStaticMarkup(<Frame narrow={narrow} />).replaceAll(/ style="[^"]*"/g, '')
}

function Frame({ narrow }: { narrow: boolean }): ReactElement {
  return (
    <div className={css.early} data-width={narrow ? 'narrow' : 'wide'} inert>
      <QueryClientProvider client={queryClient}>
        <Layout>
          <Page title="">{null}</Page>
        </Layout>
      </QueryClientProvider>
    </div>
  )
}
