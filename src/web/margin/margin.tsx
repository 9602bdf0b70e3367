import { useQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { memo, type ReactElement, useRef } from 'react'
import { ChainSections } from '../chain/chain-sections.tsx'
import { Outcome } from '../decisions/outcome.tsx'
import { marginOpen, sheetOpen } from '../layout/panels.ts'
import { useScrollMemory } from '../layout/scroll-memory.ts'
import { queries } from '../queries.ts'
import { useStore } from '../store.ts'
import { Before } from '../suggest/before.tsx'
import { Named } from '../suggest/named.tsx'
import { Related } from '../suggest/related.tsx'
import { laterOver } from '../ui/later.tsx'
import { SLIM, useMedia } from '../ui/media.ts'
import { plural } from '../ui/plural.ts'
import { Backlinks } from './backlinks.tsx'
import css from './margin.module.css'
import { OutgoingLinks } from './outgoing.tsx'

const LABEL = 'What notes know about this one'

const Sheet = laterOver(async () => (await import('./sheet.tsx')).Sheet)

/** What the vault knows about a note: beside its text, or in a sheet where there is no room beside. */
export const Margin = memo(function Margin({ path }: { path: string }): ReactElement | null {
  const slim = useMedia(SLIM)
  const open = useStore(marginOpen)
  if (slim) return <SlimMargin path={path} />
  return open ? <WideMargin path={path} /> : null
})

function WideMargin({ path }: { path: string }): ReactElement {
  const place = useRef<HTMLElement>(null)
  useScrollMemory(place, ' margin')
  return (
    <aside ref={place} aria-label={LABEL} className={css.margin}>
      <Sections path={path} />
    </aside>
  )
}

function Sections({ path }: { path: string }): ReactElement {
  const { data } = useQuery(queries.note(path))
  return (
    <>
      {data?.kind === 'decision' && <Outcome path={path} />}
      <Backlinks path={path} />
      <Before path={path} />
      <Named path={path} />
      <Related path={path} />
      <OutgoingLinks path={path} />
      <ChainSections path={path} />
    </>
  )
}

function SlimMargin({ path }: { path: string }): ReactElement {
  const { data } = useQuery(queries.backlinks(path))
  const handle = (
    <>
      <Link2 size={18} strokeWidth={1.75} aria-hidden />
      {data ? plural(data.length, 'backlink') : 'Backlinks'}
    </>
  )
  const meanwhile = (
    <aside aria-label={LABEL} className={css.handle}>
      <button type="button" className={css.handleButton} onClick={() => sheetOpen.set(true)}>
        {handle}
      </button>
    </aside>
  )
  return (
    <Sheet label={LABEL} handle={handle} fallback={meanwhile}>
      <Sections path={path} />
    </Sheet>
  )
}
