import { useQuery } from '@tanstack/react-query'
import { CircleDashed } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { stemOf } from '../../core/path.ts'
import type { UnresolvedAnswer } from '../../http/types.ts'
import { createNote } from '../create.ts'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import { NewNoteButton } from './new-note-button.tsx'
import { View } from './view.tsx'
import css from './views.module.css'
import { Waiting } from './waiting.tsx'

const STEP = 100
const SOURCES = 8

export function UnresolvedView(): ReactElement {
  const { data, error } = useQuery(queries.unresolved())
  const [drawn, setDrawn] = useState(STEP)
  return (
    <View
      title="Unresolved"
      count={data?.length}
      error={data ? null : error}
      isAwaited={data === undefined}
      about={
        data && data.length > 0 && 'Names that notes link to and that no note has yet: notes waiting to be written.'
      }
    >
      {data?.length === 0 && (
        <Empty icon={CircleDashed} action={<NewNoteButton>Write a note</NewNoteButton>}>
          Names that you link to before their note is written will stand here. Every link has its note now.
        </Empty>
      )}
      <ul aria-label="Names waiting to be written">
        {data?.slice(0, drawn).map((name) => (
          <WaitingName key={name.target} name={name} />
        ))}
      </ul>
      {data && data.length > drawn && (
        <button type="button" className={controls.quiet} onClick={() => setDrawn(drawn + STEP * 2)}>
          Show more of {plural(data.length, 'name')}
        </button>
      )}
    </View>
  )
}

function WaitingName({ name }: { name: UnresolvedAnswer }): ReactElement {
  const { target, links, sources } = name
  return (
    <li className={css.waiting}>
      <div>
        {/* As a dotted link in a text does; the button says the same to who does not see the dots. */}
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={css.waitingName}
          title={`Write “${target}”`}
          onClick={() => void createNote(target)}
        >
          {target}
        </button>{' '}
        <span className={controls.count}>
          {plural(sources.length, 'note')} {sources.length === 1 ? 'waits' : 'wait'}
        </span>
      </div>
      <button
        type="button"
        className={controls.button}
        aria-label={`Create “${target}”`}
        onClick={() => void createNote(target)}
      >
        Create
      </button>
      <div className={css.sources}>
        {sources.slice(0, SOURCES).map((source) => (
          <NoteLink key={source} path={source}>
            {stemOf(source)}
          </NoteLink>
        ))}
        {sources.length > SOURCES && <span>and {plural(sources.length - SOURCES, 'more note', 'more notes')}</span>}
      </div>
      <Waiting target={target} links={links} />
    </li>
  )
}
