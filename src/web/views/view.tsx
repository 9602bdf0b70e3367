import type { ReactElement, ReactNode } from 'react'
import { Page } from '../layout/page.tsx'
import { Awaited } from '../ui/awaited.tsx'
import { classes } from '../ui/class-names.ts'
import { grouped } from '../ui/plural.ts'
import css from './views.module.css'

interface ViewProps {
  readonly title: string
  readonly count?: number | undefined
  /** One sentence on what stands here. */
  readonly about?: ReactNode
  readonly place?: ReactNode
  readonly tools?: ReactNode
  readonly error?: Error | null
  /** Whether what stands in it is still on its way. */
  readonly isAwaited?: boolean
  /** For what stands side by side. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A view: its heading, then a list. */
export function View({ title, count, about, place, tools, error, isAwaited, wide, children }: ViewProps): ReactElement {
  return (
    <Page title={title} place={place} wide={wide === true}>
      <div className={classes(css.view, wide && css.wide)}>
        <header className={css.head}>
          <h1>
            {title}
            {count !== undefined && <span className={css.count}>{grouped(count)}</span>}
          </h1>
          {tools}
        </header>
        {about && <p className={css.about}>{about}</p>}
        {error ? (
          <p role="alert" className={css.error}>
            {error.message}
          </p>
        ) : (
          <>
            {children}
            {isAwaited && <Awaited />}
          </>
        )}
      </div>
    </Page>
  )
}
