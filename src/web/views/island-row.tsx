import { useQuery } from '@tanstack/react-query'
import { Check, Link2 } from 'lucide-react'
import { type ReactElement, useRef } from 'react'
import { folderOf } from '../../core/path.ts'
import type { IslandSummary, MentionAnswer } from '../../http/types.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { queries } from '../queries.ts'
import { linkThere } from '../suggest/acts.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { useSeen } from '../ui/use-seen.ts'
import islands from './islands.module.css'
import css from './views.module.css'

interface RowProps {
  readonly note: IslandSummary
  onToggle(): void
}

/** An island, what could link it if there is something, and a button that says it is fine as it is. */
export function IslandRow({ note, onToggle }: RowProps): ReactElement {
  const row = useRef<HTMLLIElement>(null)
  const seen = useSeen(row)
  const { data } = useQuery({ ...queries.island(note.path), enabled: seen && !note.fine })
  return (
    <li ref={row} className={islands.island}>
      <div className={islands.head}>
        <NoteLink path={note.path} className={css.row} data-row="">
          <KindIcon kind={note.kind} />
          <span className={css.name}>{note.title}</span>
          <span className={css.folder}>{folderOf(note.path)}</span>
          <span className={css.date}>
            <When date={note.date} />
          </span>
        </NoteLink>
        <button
          type="button"
          className={controls.quiet}
          aria-pressed={note.fine}
          aria-label={`${note.title} is fine as it is`}
          onClick={onToggle}
        >
          <Check size={15} className={note.fine ? undefined : islands.room} aria-hidden />
          Fine as it is
        </button>
      </div>
      {data?.mention && !note.fine && <Suggestion note={note} mention={data.mention} />}
    </li>
  )
}

function Suggestion({ note, mention }: { note: IslandSummary; mention: MentionAnswer }): ReactElement {
  const { source, title, target, targetTitle, position, context, contextFrom, contextTo } = mention
  const isOwn = source === note.path
  return (
    <div className={islands.suggestion}>
      <p>
        {isOwn ? 'It names ' : 'It is named in '}
        <NoteLink path={isOwn ? target : source} className={islands.other}>
          {isOwn ? targetTitle : title}
        </NoteLink>
        {': '}
        <NoteLink path={source} at={position.offset} preview={false} className={islands.sentence}>
          <Sentence text={context} mark={[contextFrom, contextTo]} />
        </NoteLink>
      </p>
      <button
        type="button"
        className={controls.quiet}
        aria-label={`Link ${note.title} with ${isOwn ? targetTitle : title}`}
        onClick={() => void linkThere(mention)}
      >
        <Link2 size={15} aria-hidden />
        Link
      </button>
    </div>
  )
}
