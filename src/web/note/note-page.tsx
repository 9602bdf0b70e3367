import { useQuery } from '@tanstack/react-query'
import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import type { SaveState } from '../editor/index.ts'
import { Page } from '../layout/page.tsx'
import { marginOpen } from '../layout/panels.ts'
import { SHORTCUTS } from '../layout/use-shortcuts.ts'
import { Margin } from '../margin/margin.tsx'
import { queries } from '../queries.ts'
import { NoteMenuButton } from '../refactor/note-menu-button.tsx'
import type { NoteRoute } from '../routes.ts'
import { useStore } from '../store.ts'
import { Fresh } from '../topic/later.ts'
import { classes } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { laterMenu } from '../ui/later.tsx'
import { SLIM, useMedia } from '../ui/media.ts'
import { keyLabel } from '../ui/shortcuts.ts'
import { Crumbs } from '../views/folder.tsx'
import { Beside } from './beside.tsx'
import { MissingNote } from './missing-note.tsx'
import css from './note.module.css'
import { AwaitedText, NotePane } from './note-pane.tsx'
import { SaveMark } from './save-mark.tsx'

const NoteMenu = laterMenu(async () => (await import('../refactor/note-menu.tsx')).NoteMenu)

/** A note: its text in the middle, what the others know about it in the margin, perhaps a second note beside it. */
export function NotePage({ route }: { route: NoteRoute }): ReactElement {
  const { path, beside } = route
  const { data, error } = useQuery(queries.note(path))
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const slim = useMedia(SLIM)
  if (!data && error) return <MissingNote path={path} error={error} />
  const second = slim ? undefined : beside
  return (
    <Page
      title={data?.title ?? ''}
      place={<Crumbs folder={folderOf(path)} />}
      wide={second !== undefined}
      tools={
        <>
          <SaveMark state={state} />
          <NoteMenu fallback={<NoteMenuButton />} />
          {!slim && <MarginToggle />}
        </>
      }
      margin={<Margin path={path} />}
    >
      <div className={classes(css.panes, second !== undefined && css.two)}>
        {!data && <AwaitedText />}
        {data && (
          <div className={css.first}>
            {data.kind === 'dossier' && <Fresh path={path} />}
            <NotePane key={path} path={path} at={route.at} fragment={route.fragment} onSaveState={setState} />
          </div>
        )}
        {second !== undefined && <Beside key={second} route={route} path={second} />}
      </div>
    </Page>
  )
}

function MarginToggle(): ReactElement {
  const open = useStore(marginOpen)
  return (
    <IconButton
      icon={open ? PanelRightClose : PanelRightOpen}
      label={open ? 'Hide the margin' : 'Show the margin'}
      aria-expanded={open}
      shortcut={keyLabel(SHORTCUTS.margin)}
      onClick={() => marginOpen.set(!open)}
    />
  )
}
