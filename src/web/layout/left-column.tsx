import { useQuery } from '@tanstack/react-query'
import { Activity, CloudOff, PanelLeftClose, SearchIcon, Settings, SquarePen, Trash2, X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useConnection, useProgress } from '../events.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { grouped } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { keyLabel } from '../ui/shortcuts.ts'
import { Fold } from './fold.tsx'
import { FolderTree } from './folder-tree.tsx'
import { KindLinks } from './kind-links.tsx'
import css from './left-column.module.css'
import { drawerOpen, leftOpen, switcher } from './panels.ts'
import { ReadingState } from './reading-state.tsx'
import { RecentNotes } from './recent-notes.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { SHORTCUTS } from './use-shortcuts.ts'
import { ViewLinks } from './view-links.tsx'

/** Ways into the vault: names, views, recent notes, folders. */
export function LeftColumn({ inDrawer = false }: { inDrawer?: boolean }): ReactElement {
  const { data: vault } = useQuery(queries.vault())
  return (
    <nav aria-label="Notes and views" className={css.column}>
      <div className={css.head}>
        <RouteLink to={{ kind: 'home' }} className={css.vault} title={vault?.folder}>
          {vault?.name ?? 'Notly'}
        </RouteLink>
        {inDrawer ? (
          <IconButton icon={X} label="Close" onClick={() => drawerOpen.set(false)} />
        ) : (
          <IconButton
            icon={PanelLeftClose}
            label="Hide notes and views"
            shortcut={keyLabel(SHORTCUTS.left)}
            onClick={() => leftOpen.set(false)}
          />
        )}
      </div>
      <div className={css.actions}>
        <button
          type="button"
          className={css.find}
          onClick={() => switcher.set('open')}
          aria-label="Open the quick switcher"
        >
          <SearchIcon size={16} strokeWidth={1.75} aria-hidden />
          <span>Go to a note</span>
          <kbd>{keyLabel(SHORTCUTS.switcher)}</kbd>
        </button>
        <button type="button" className={css.row} onClick={() => switcher.set('create')}>
          <SquarePen size={16} strokeWidth={1.75} aria-hidden />
          <span>New note</span>
        </button>
      </div>
      <div className={css.scroll}>
        <ViewLinks />
        <SavedSearches />
        <KindLinks />
        <Fold id="recent" title="Recent">
          <RecentNotes />
        </Fold>
        <Fold id="folders" title="Folders">
          <FolderTree />
        </Fold>
      </div>
      <ReadingState />
      <Foot />
    </nav>
  )
}

function Foot(): ReactElement {
  const connection = useConnection()
  const progress = useProgress()
  return (
    <div className={css.foot}>
      <span role="status" className={css.state}>
        {connection === 'offline' && (
          <>
            <CloudOff size={15} strokeWidth={1.75} aria-hidden /> Offline
          </>
        )}
        {progress && !progress.reading && `${grouped(progress.done)} of ${grouped(progress.total)} notes`}
      </span>
      <IconButton icon={Activity} label="Activity" onClick={() => go({ kind: 'activity' })} />
      <IconButton icon={Trash2} label="Trash" onClick={() => go({ kind: 'trash' })} />
      <IconButton icon={Settings} label="Settings" onClick={() => go({ kind: 'settings' })} />
      <ThemeSwitch />
    </div>
  )
}
