import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import type { PathAnswer, PathsAnswer } from '../../http/types.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { NoteField } from '../refactor/note-field.tsx'
import type { BetweenRoute } from '../routes.ts'
import { Awaited } from '../ui/awaited.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import { View } from '../views/view.tsx'
import views from '../views/views.module.css'
import css from './between.module.css'
import { Reason } from './chain-row.tsx'

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
        // The line is there from the start, so that the field does not move when the title comes.
        note === undefined ? (
          '\u00a0'
        ) : (
          <>
            From{' '}
            <NoteLink path={path} className={css.note}>
              <span className={css.word}>{note.title}</span>
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
  if (error)
    return (
      <p role="alert" className={views.error}>
        {error.message}
      </p>
    )
  if (!data) return <Awaited />
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
                <Title kind={before.kind} title={before.title} />
              </NoteLink>{' '}
              <span className={css.said}>{why.said}</span>{' '}
              <NoteLink path={note.path} className={css.note}>
                <Title kind={note.kind} title={note.title} />
              </NoteLink>
              <Reason why={why} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** An icon is at the end of no line: it stays with the first word. */
function Title({ kind, title }: { kind: string | null; title: string }): ReactElement {
  const [first = '', ...others] = title.split(/(?=\s)/)
  return (
    <>
      <span className={css.first}>
        <KindIcon kind={kind} size={15} />
        <span className={css.word}>{first}</span>
      </span>
      <span className={css.word}>{others.join('')}</span>
    </>
  )
}

function nameOf({ isShortest, isBestReasoned }: PathAnswer): string {
  if (isShortest && isBestReasoned) return 'The shortest way, and the best reasoned'
  if (isShortest) return 'The shortest way'
  return isBestReasoned ? 'The best reasoned way' : 'Another way'
}
