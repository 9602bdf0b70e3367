import { useQuery } from '@tanstack/react-query'
import { File, FileQuestionMark } from 'lucide-react'
import { type ReactElement, useEffect } from 'react'
import { fileNameOf, isNotePath, stemOf, withoutExtension } from '../../core/path.ts'
import { ApiError, fileUrl } from '../api.ts'
import { createNote } from '../create.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { movedTo } from '../refactor/follow.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { View } from '../views/view.tsx'
import css from '../views/views.module.css'

const SHOWN = 6

interface ListedNote {
  readonly path: string
  readonly title: string
  readonly kind: string | null
}

/** There is no note at this path: it can be written, or one of a like name is meant. */
export function MissingNote({ path, error }: { path: string; error: Error }): ReactElement {
  const missing = error instanceof ApiError && error.kind === 'not-found'
  const { data: names } = useQuery({ ...queries.names(stemOf(path)), enabled: missing })
  const { data: backlinks } = useQuery({ ...queries.backlinks(path), enabled: missing })
  const waiting = [...new Map(backlinks?.map((link) => [link.source, link])).values()]
  const moved = missing ? movedTo(path) : undefined
  useEffect(() => {
    if (moved !== undefined) go({ kind: 'note', path: moved }, { replace: true })
  }, [moved])
  if (!missing)
    return (
      <View title={stemOf(path)} error={error}>
        {null}
      </View>
    )
  const linking = (
    <Notes heading="Notes that link here" notes={waiting.map(({ source, ...rest }) => ({ ...rest, path: source }))} />
  )
  if (!isNotePath(path))
    return (
      <View title={fileNameOf(path)}>
        <Empty
          icon={File}
          action={
            <a
              className={classes(controls.button, controls.primary)}
              href={fileUrl(path)}
              target="_blank"
              rel="noreferrer"
            >
              Open the file
            </a>
          }
        >
          This is a file, not a note.
        </Empty>
        {linking}
      </View>
    )
  return (
    <View title={stemOf(path)}>
      <Empty
        icon={FileQuestionMark}
        action={
          <button
            type="button"
            className={classes(controls.button, controls.primary)}
            onClick={() => void createNote(withoutExtension(path))}
          >
            Write this note
          </button>
        }
      >
        There is no note here: it was moved or deleted, or has not been written yet.
      </Empty>
      {linking}
      <Notes heading="Notes of a like name" notes={names?.slice(0, SHOWN) ?? []} />
    </View>
  )
}

function Notes({ heading, notes }: { heading: string; notes: readonly ListedNote[] }): ReactElement | null {
  if (notes.length === 0) return null
  return (
    <section aria-label={heading}>
      <h2 className={css.section}>{heading}</h2>
      <ul className={css.list}>
        {notes.map(({ path, title, kind }) => (
          <li key={path}>
            <NoteLink path={path} className={css.row}>
              <KindIcon kind={kind} />
              <span className={css.name}>{title}</span>
            </NoteLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
