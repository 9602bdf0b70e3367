import type { ReactElement } from 'react'
import type { MentionAnswer } from '../../http/types.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { linkThere } from '../suggest/acts.ts'
import controls from '../ui/controls.module.css'
import { NoteLink } from '../ui/note-link.tsx'
import { leave } from './acts.ts'
import css from './review.module.css'

/** Places that name a note without linking it, each to be linked or let be. */
export function Connect({ mentions }: { mentions: readonly MentionAnswer[] }): ReactElement {
  return (
    <ul aria-label="Might connect">
      {mentions.map((mention) => (
        <li key={`${mention.source} ${mention.position.offset}`} className={css.mention}>
          <p className={css.pair}>
            <NoteLink path={mention.source} at={mention.position.offset} className={css.end} data-row="">
              {mention.title}
            </NoteLink>{' '}
            names{' '}
            <NoteLink path={mention.target} className={css.end}>
              {mention.targetTitle}
            </NoteLink>
          </p>
          <p className={css.sentence}>
            <Sentence text={mention.context} mark={[mention.contextFrom, mention.contextTo]} />
          </p>
          <p className={css.buttons}>
            <button type="button" className={controls.button} onClick={() => void linkThere(mention)}>
              Link
            </button>
            <button type="button" className={controls.button} onClick={() => void leave(mention)}>
              Let be
            </button>
          </p>
        </li>
      ))}
    </ul>
  )
}
