import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import type { PathAnswer, PathsAnswer } from '../../http/types.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { NoteField } from '../refactor/note-field.tsx'
import type { BetweenRoute } from '../routes.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import { View } from '../views/view.tsx'
import css from './between.module.css'
import { Reason } from './chain-row.tsx'

/** Keeps an icon and the first word of its title on one line. */
const NO_BREAK = '\u00a0'

/** How do these hang together? The paths of links between two notes, as sentences with reasons. */
export function BetweenView({ route }: { route: BetweenRoute }): ReactElement {
  const { path, to } = route
  const { data: note, error } = useQuery(queries.note(path))
  const [asked, setAsked] = useState(0)
  return (
    <View
      title="How do these hang together?"
      error={note ? null : error}
      about={
        note && (
          <>
            From{' '}
            <NoteLink path={path} className={css.note}>
              <span>{note.title}</span>
            </NoteLink>{' '}
            to the note that you choose, along the links between them.
          </>
        )
      }
    >
      <div className={css.field}>
        <NoteField
          key={asked}
          label="The other note"
          except={path}
          isOpenAtFirst={to === undefined}
          onChange={(chosen) => {
            if (chosen === '') return
            go({ kind: 'between', path, to: chosen })
            setAsked(asked + 1)
          }}
          onEnter={() => {}}
        />
      </div>
      {to !== undefined && <Paths key={to} from={path} to={to} />}
    </View>
  )
}

function Paths({ from, to }: { from: string; to: string }): ReactElement | null {
  const { data, error } = useQuery(queries.paths(from, to))
  if (error) return <p role="alert">{error.message}</p>
  if (!data) return null
  return (
    <>
      <p role="status" className={css.sum}>
        {data.paths.length === 0
          ? `No links lead from ${data.from.title} to ${data.to.title}, either way.`
          : `${plural(data.paths.length, 'way')} from ${data.from.title} to ${data.to.title}`}
      </p>
      {data.paths.map((path) => (
        <OnePath key={path.steps.map(({ note }) => note.path).join('\n')} answer={data} path={path} />
      ))}
    </>
  )
}

function OnePath({ answer, path }: { answer: PathsAnswer; path: PathAnswer }): ReactElement {
  return (
    <section className={css.path} aria-label={nameOf(path)}>
      <h2 className={css.name}>
        {nameOf(path)} <span className={css.steps}>{plural(path.steps.length, 'step')}</span>
      </h2>
      <ol>
        {path.steps.map(({ note, why }, at) => {
          const before = path.steps[at - 1]?.note ?? answer.from
          return (
            <li key={note.path} className={css.step}>
              <NoteLink path={before.path} className={css.note}>
                <KindIcon kind={before.kind} size={15} />
                {NO_BREAK}
                <span>{before.title}</span>
              </NoteLink>{' '}
              <span className={css.said}>{why.said}</span>{' '}
              <NoteLink path={note.path} className={css.note}>
                <KindIcon kind={note.kind} size={15} />
                {NO_BREAK}
                <span>{note.title}</span>
              </NoteLink>
              <Reason why={why} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function nameOf({ isShortest, isBestReasoned }: PathAnswer): string {
  if (isShortest && isBestReasoned) return 'The shortest way, and the best reasoned'
  if (isShortest) return 'The shortest way'
  return isBestReasoned ? 'The best reasoned way' : 'Another way'
}
