import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { folderOf, stemOf } from '../../core/path.ts'
import type { NoteAnswer, VersionAnswer } from '../../http/types.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { later } from '../ui/later.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { View } from '../views/view.tsx'
import views from '../views/views.module.css'
import css from './history.module.css'
import { restore } from './restore.ts'
import { VersionList } from './version-list.tsx'

/** CodeMirror and its comparison are large, and seldom needed. */
const Compare = later(async () => (await import('./compare.tsx')).Compare)

interface HistoryViewProps {
  readonly path: string
  readonly revision?: string | undefined
}

/** The earlier texts of a note, and one of them beside the present one. */
export function HistoryView({ path, revision }: HistoryViewProps): ReactElement {
  const { data: versions, error } = useQuery(queries.versions(path))
  const { data: note } = useQuery(queries.note(path))
  const shown = versions?.find((version) => version.revision === revision) ?? versions?.[0]
  return (
    <View
      title={note?.title ?? stemOf(path)}
      wide
      error={versions ? null : error}
      isAwaited={versions === undefined}
      about="Every text that was replaced is kept. Choose one to see it beside the present text."
      place={
        <span className={views.crumbs}>
          <NoteLink path={path}>{note?.title ?? stemOf(path)}</NoteLink>
          <span aria-hidden>/</span>
          <span>Earlier texts</span>
        </span>
      }
    >
      {versions?.length === 0 && (
        <Empty icon={History}>This note has one text so far. What is changed from now on will stand here.</Empty>
      )}
      {versions && shown && (
        <div className={css.two}>
          <VersionList
            versions={versions}
            shown={shown}
            onChoose={(chosen) => go({ kind: 'history', path, revision: chosen.revision }, { replace: true })}
          />
          <Earlier key={shown.revision} version={shown} path={path} note={note} />
        </div>
      )}
    </View>
  )
}

interface EarlierProps {
  readonly version: VersionAnswer
  readonly path: string
  readonly note: NoteAnswer | undefined
}

function Earlier({ version, path, note }: EarlierProps): ReactElement {
  const { data: earlier, error } = useQuery(queries.version(path, version.revision))
  const [busy, setBusy] = useState(false)
  const same = note !== undefined && earlier?.text === note.text
  return (
    <section className={css.earlier} aria-label="Earlier text">
      <div className={css.bar}>
        {version.path !== path && (
          <p className={css.place}>
            It was then at {folderOf(version.path) === '' ? '' : `${folderOf(version.path)}/`}
            {stemOf(version.path)}.
          </p>
        )}
        {same ? (
          <p className={css.place}>This is the present text, too.</p>
        ) : (
          <button
            type="button"
            className={classes(controls.button, controls.primary)}
            aria-disabled={busy || earlier === undefined}
            onClick={() => {
              if (busy || earlier === undefined) return
              setBusy(true)
              void restore(path, version.revision, `Restored an earlier text of ${stemOf(path)}.`).finally(() =>
                setBusy(false),
              )
            }}
          >
            Restore this text
          </button>
        )}
      </div>
      {error && (
        <p role="alert" className={views.error}>
          {error.message}
        </p>
      )}
      {earlier && <Compare earlier={earlier.text} present={note?.text ?? ''} fallback={<div aria-busy="true" />} />}
    </section>
  )
}
