import { type ReactElement, useState } from 'react'
import type { TopicAnswer } from '../../http/types.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import { plural } from '../ui/plural.ts'
import { keepTopic } from './keep-topic.ts'
import css from './topic.module.css'

/** Keeps the dossier as a note; of one that was kept, what is new since. */
export function Kept({ answer: { topic, kept } }: { answer: TopicAnswer }): ReactElement {
  const [isBusy, setBusy] = useState(false)
  const keep = async () => {
    setBusy(true)
    await keepTopic(topic)
    setBusy(false)
  }
  const fresh = kept?.fresh.length ?? 0
  return (
    <p className={css.kept}>
      {kept !== null && (
        <span>
          Kept in{' '}
          <NoteLink path={kept.path} className={parts.link}>
            {kept.title}
          </NoteLink>
          , <When date={kept.date} isWithin />.{' '}
          {fresh === 0 ? 'Nothing is new since.' : `${plural(fresh, 'note')} ${fresh === 1 ? 'is' : 'are'} new since.`}
        </span>
      )}
      {(kept === null || fresh > 0) && (
        <button type="button" className={controls.button} disabled={isBusy} onClick={() => void keep()}>
          {kept === null ? 'Keep as a note' : 'Add what is new'}
        </button>
      )}
    </p>
  )
}
