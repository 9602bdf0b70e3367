import type { ReactElement } from 'react'
import type { TopicAnswer, TopicNote } from '../../http/types.ts'
import css from './topic.module.css'
import { TopicItem } from './topic-item.tsx'

/** The notes of a dossier: where to start, what was decided, what is about it, and what hangs together with that. */
export function TopicBody({ answer }: { answer: TopicAnswer }): ReactElement {
  const { hub, forgotten, decisions, notes, linked, moreLinked, mentions } = answer
  const fresh = new Set(answer.kept?.fresh)
  const section = (title: string, items: readonly TopicNote[]): ReactElement | null =>
    items.length === 0 ? null : <Section title={title} items={items} fresh={fresh} />
  return (
    <div className={css.body}>
      {section('Start here', hub === null ? [] : [hub])}
      {section('Decisions', decisions)}
      {section('About it', notes)}
      {section('Linked with these', linked)}
      {moreLinked > 0 && <p className={css.more}>And {moreLinked} more.</p>}
      {section('Said elsewhere, without a link', mentions)}
      {section('Worth seeing again', forgotten === null ? [] : [forgotten])}
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly items: readonly TopicNote[]
  readonly fresh: ReadonlySet<string>
}

function Section({ title, items, fresh }: SectionProps): ReactElement {
  return (
    <section aria-label={title} className={css.section}>
      <h2 className={css.heading}>{title}</h2>
      <ul>
        {items.map((note) => (
          <TopicItem key={note.path} note={note} isFresh={fresh.has(note.path)} />
        ))}
      </ul>
    </section>
  )
}
