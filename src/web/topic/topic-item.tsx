import type { ReactElement } from 'react'
import type { TopicNote } from '../../http/types.ts'
import { StatusMark } from '../decisions/status-mark.tsx'
import { Sentence } from '../markdown/markdown.tsx'
import { classes } from '../ui/class-names.ts'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import parts from '../ui/parts.module.css'
import css from './topic.module.css'

/** A note of a dossier, why it stands there, and the sentence that shows it. */
export function TopicItem({ note, isFresh = false }: { note: TopicNote; isFresh?: boolean }): ReactElement {
  const { path, title, kind, status, date, why, sentence, marks, source, offset } = note
  const place = source === path && offset !== null ? { at: offset } : {}
  return (
    <li className={css.item}>
      <div className={css.itemHead}>
        <NoteLink path={path} {...place} className={classes(css.title, parts.quietLink)} data-row="">
          <KindIcon kind={kind} size={16} />
          <span>{title}</span>
        </NoteLink>
        <span className={parts.facts}>
          {isFresh && <span className={css.fresh}>new</span>}
          {kind === 'decision' && (
            <span className={css.status}>
              <StatusMark status={status} /> {status ?? 'no status'}
            </span>
          )}
          <When date={date} />
        </span>
      </div>
      <p className={css.why}>{why}</p>
      {sentence !== null && (
        <p className={css.sentence}>
          <Sentence text={sentence} mark={marks[0] ?? [0, 0]} />
        </p>
      )}
    </li>
  )
}
