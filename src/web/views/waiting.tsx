import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { Sentence } from '../markdown/markdown.tsx'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import css from './views.module.css'

/** The sentences that wait for a name, when they are asked for. */
export function Waiting({ target, links }: { target: string; links: number }): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <div className={css.waitingSentences}>
      <button type="button" className={controls.quiet} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the sentences' : `Read ${plural(links, 'sentence')}`}
        <span className={controls.hidden}>
          {' '}
          that {links === 1 ? 'waits' : 'wait'} for {target}
        </span>
      </button>
      {open && <Sentences target={target} />}
    </div>
  )
}

function Sentences({ target }: { target: string }): ReactElement | null {
  const { data, error } = useQuery(queries.waiting(target))
  if (error) return <p role="alert">{error.message}</p>
  return (
    <ul>
      {data?.map(({ source, title, offset, context, contextFrom, contextTo }) => (
        <li key={`${source} ${offset}`} className={css.waitingSentence}>
          <NoteLink path={source} at={offset}>
            <Sentence text={context} mark={[contextFrom, contextTo]} />
          </NoteLink>
          <span className={css.waitingIn}>in {title}</span>
        </li>
      ))}
    </ul>
  )
}
