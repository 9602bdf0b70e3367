import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import type { FreshTopic, TopicNote } from '../../http/types.ts'
import { useSteady } from '../margin/use-steady.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { queries } from '../queries.ts'
import { classes } from '../ui/class-names.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import { plural } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import css from './fresh.module.css'
import { keepTopic } from './keep-topic.ts'

/** Of a dossier that was kept as a note: what is new since, above its text. */
export function Fresh({ path }: { path: string }): ReactElement | null {
  const { data } = useQuery(queries.freshTopic(path))
  // That all was added shows at once, whatever the pointer is on.
  const { shown, watch } = useSteady(`${path} ${data?.notes.length === 0}`, data)
  if (!shown) return null
  return (
    <section aria-label="New since" className={css.fresh} {...watch}>
      <FreshNotes path={path} fresh={shown} />
    </section>
  )
}

function FreshNotes({ path, fresh: { topic, date, notes } }: { path: string; fresh: FreshTopic }): ReactElement {
  const [isBusy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    await keepTopic(topic, path)
    setBusy(false)
  }
  const count = notes.length
  return (
    <>
      <p className={css.line}>
        <span>
          {count === 0 ? 'Nothing is new' : `${plural(count, 'note')} ${count === 1 ? 'is' : 'are'} new`} about{' '}
          <RouteLink to={{ kind: 'topic', words: topic }} className={parts.link}>
            {topic}
          </RouteLink>{' '}
          since this was kept, <When date={date} isWithin />.
        </span>
        {count > 0 && (
          <button type="button" className={controls.button} disabled={isBusy} onClick={() => void add()}>
            Add what is new
          </button>
        )}
      </p>
      {count > 0 && (
        <ul className={css.notes}>
          {notes.map((note) => (
            <FreshNote key={note.path} note={note} />
          ))}
        </ul>
      )}
    </>
  )
}

function FreshNote({ note: { path, title, kind, why, sentence, marks } }: { note: TopicNote }): ReactElement {
  return (
    <li className={css.note}>
      <NoteLink path={path} title={why} className={classes(css.title, parts.quietLink)}>
        <KindIcon kind={kind} size={15} />
        <span>{title}</span>
      </NoteLink>
      <span className={css.sentence}>
        {sentence === null ? why : <Sentence text={sentence} mark={marks[0] ?? [0, 0]} />}
      </span>
    </li>
  )
}
