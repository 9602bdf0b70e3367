import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import type { TrashAnswer } from '../../http/types.ts'
import { Markdown } from '../markdown/markdown.tsx'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { sayWholeDay } from '../ui/days.ts'
import { Empty } from '../ui/empty.tsx'
import { View } from '../views/view.tsx'
import views from '../views/views.module.css'
import css from './history.module.css'
import { restore } from './restore.ts'
import { sayAgo, sayBytes } from './said.ts'

/** Notes that were deleted and can be had again. */
export function TrashView(): ReactElement {
  const { data, error } = useQuery(queries.trash())
  const [shown, setShown] = useState<string>()
  return (
    <View
      title="Trash"
      count={data?.length}
      error={data ? null : error}
      isAwaited={data === undefined}
      {...(data && data.length > 0 ? { about: 'Notes that were deleted. Each can be had again.' } : {})}
    >
      {data?.length === 0 && <Empty icon={Trash2}>Notes that are deleted will stand here, to be had again.</Empty>}
      <ul aria-label="Deleted notes" className={css.trash}>
        {data?.map((note) => (
          <Deleted
            key={note.path}
            note={note}
            open={shown === note.path}
            onToggle={() => setShown(shown === note.path ? undefined : note.path)}
          />
        ))}
      </ul>
    </View>
  )
}

interface DeletedProps {
  readonly note: TrashAnswer
  readonly open: boolean
  onToggle(): void
}

function Deleted({ note, open, onToggle }: DeletedProps): ReactElement {
  const { path, title, deleted, bytes, revision } = note
  const bring = async () => {
    if (await restore(path, revision, `Restored ${title}.`)) go({ kind: 'note', path })
  }
  return (
    <li className={css.deleted}>
      <button type="button" className={css.deletedName} aria-expanded={open} onClick={onToggle}>
        <span className={views.name}>{title}</span>
        <span className={views.folder}>{folderOf(path)}</span>
      </button>
      <span className={css.facts}>
        <span>
          Deleted{' '}
          <time dateTime={deleted} title={sayWholeDay(deleted)}>
            {sayAgo(deleted)}
          </time>
        </span>
        <span className={css.size}>{sayBytes(bytes)}</span>
      </span>
      <button type="button" className={controls.button} aria-label={`Restore ${title}`} onClick={() => void bring()}>
        Restore
      </button>
      {open && <Passage path={path} revision={revision} />}
    </li>
  )
}

function Passage({ path, revision }: { path: string; revision: string }): ReactElement {
  const { data, error } = useQuery(queries.version(path, revision))
  return (
    <div className={css.passage}>
      {error && <p role="alert">{error.message}</p>}
      {data?.text.trim() === '' && <p>It had no text.</p>}
      {data && <Markdown text={data.text} />}
    </div>
  )
}
