import { Menu, PanelLeftOpen } from 'lucide-react'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { useStore } from '../store.ts'
import { classes } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { NARROW, useMedia } from '../ui/media.ts'
import { keyLabel } from '../ui/shortcuts.ts'
import css from './page.module.css'
import { drawerOpen, leftOpen } from './panels.ts'
import { useScrollMemory } from './scroll-memory.ts'

interface PageProps {
  /** For the window's title. */
  readonly title: string
  /** Left in the bar: where we are. */
  readonly place?: ReactNode
  /** Right in the bar. */
  readonly tools?: ReactNode
  readonly margin?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The centre and what stands right of it. */
export function Page({ title, place, tools, margin, wide, children }: PageProps): ReactElement {
  const main = useRef<HTMLElement>(null)
  useScrollMemory(main)
  useEffect(() => {
    document.title = title === '' ? 'Notly' : `${title} · Notly`
  }, [title])
  return (
    <div className={css.page}>
      <div className={classes(css.centre, margin !== undefined && css.text, wide && css.wide)}>
        <header className={css.bar}>
          <LeftToggle />
          <div className={css.place}>{place}</div>
          <div className={css.tools}>{tools}</div>
        </header>
        <main id="main" ref={main} tabIndex={-1} className={css.main}>
          <div className={css.content}>{children}</div>
        </main>
      </div>
      {margin}
    </div>
  )
}

function LeftToggle(): ReactElement | null {
  const narrow = useMedia(NARROW)
  const open = useStore(leftOpen)
  if (narrow) return <IconButton icon={Menu} label="Open notes and views" onClick={() => drawerOpen.set(true)} />
  if (open) return null
  return (
    <IconButton
      icon={PanelLeftOpen}
      label="Show notes and views"
      shortcut={keyLabel('Ctrl+\\')}
      className={css.toggle}
      onClick={() => leftOpen.set(true)}
    />
  )
}
