import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import type { RenamedEvent } from '../../http/types.ts'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { IconButton } from '../ui/icon-button.tsx'
import { plural } from '../ui/plural.ts'
import css from './renamed-bar.module.css'
import { dismissRenamed } from './renamed-elsewhere.ts'
import { sayRenamed } from './said.ts'
import { startAdoption } from './start.ts'

/** Offers that links follow what another program renamed; nothing happens by itself, and it waits as long as it must. */
export function RenamedBar(): ReactElement {
  const { data: renamed = [] } = useQuery(queries.renames())
  const newest = renamed.at(-1)
  return (
    <div role="status" aria-label="Renamed elsewhere">
      {newest && <Offer event={newest} more={renamed.length - 1} />}
    </div>
  )
}

function Offer({ event, more }: { event: RenamedEvent; more: number }): ReactElement {
  return (
    <div className={css.bar}>
      <p>
        {sayRenamed(event)}
        {more > 0 && <span className={css.more}> And {plural(more, 'other')}.</span>}
      </p>
      <button type="button" className={controls.button} onClick={() => startAdoption(event)}>
        Update {plural(event.links, 'link')}…
      </button>
      <IconButton icon={X} label="Leave the links as they are" onClick={() => void dismissRenamed(event)} />
    </div>
  )
}
