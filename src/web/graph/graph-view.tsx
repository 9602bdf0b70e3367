import { useQuery } from '@tanstack/react-query'
import { Network } from 'lucide-react'
import { type ReactElement, useMemo } from 'react'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import type { GraphRoute } from '../routes.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { grouped, plural } from '../ui/plural.ts'
import { NewNoteButton } from '../views/new-note-button.tsx'
import { View } from '../views/view.tsx'
import { filterGraph, filterOf, type GraphFilter } from './filter.ts'
import css from './graph.module.css'
import { GraphBody } from './graph-body.tsx'

const DEPTHS = [1, 2, 3] as const

/** The notes and their links, around one note or of the whole vault. */
export function GraphView({ route }: { route: GraphRoute }): ReactElement {
  const { steps: depth = 2 } = route
  const { data, error } = useQuery(queries.graph(route.path, depth))
  const { data: note } = useQuery({ ...queries.note(route.path ?? ''), enabled: route.path !== undefined })
  const all = data?.notes.path.length
  const filter = useFilter(route)
  const part = useMemo(() => data && filterGraph(data, filter), [data, filter])
  const count = part?.notes.length
  const links = sayLinks(filter.relation)
  return (
    <View
      title="Graph"
      count={count}
      error={data ? null : error}
      isAwaited={data === undefined}
      wide
      about={
        data && (
          <>
            {count !== all && sayPart(count ?? 0, all ?? 0, links)}
            {route.path === undefined ? (
              count === all && `All notes and ${links}.`
            ) : (
              <>
                What is around{' '}
                <NoteLink path={route.path} className={css.name}>
                  {note?.title ?? route.path}
                </NoteLink>
                .
              </>
            )}
            {data.more > 0 && sayMore(data.more, route.path !== undefined)}
          </>
        )
      }
      tools={
        route.path !== undefined && (
          <label className={css.depth}>
            Steps
            <select
              className={controls.field}
              value={depth}
              onChange={(event) => go({ ...route, steps: Number(event.target.value) })}
            >
              {DEPTHS.map((each) => (
                <option key={each} value={each}>
                  {plural(each, 'step')}
                </option>
              ))}
            </select>
          </label>
        )
      }
    >
      {all === 0 && (
        <Empty icon={Network} action={<NewNoteButton>Write the first note</NewNoteButton>}>
          Notes and the links between them will stand here.
        </Empty>
      )}
      {data && part && all !== 0 && (
        <GraphBody key={route.path ?? ''} route={route} filter={filter} answer={data} part={part} />
      )}
    </View>
  )
}

/** The same one until another is chosen: a picture is drawn for each. */
function useFilter(route: GraphRoute): GraphFilter {
  const key = JSON.stringify(filterOf(route))
  return useMemo(() => JSON.parse(key) as GraphFilter, [key])
}

function sayLinks(relation: string): string {
  if (relation === 'all') return 'the links between them'
  return relation === 'named' ? 'the links between them that say why' : `the links between them that say “${relation}”`
}

function sayPart(count: number, all: number, links: string): string {
  if (count === 0) return `None of ${plural(all, 'note')}. `
  return `${plural(count, 'note')} of ${grouped(all)}, and ${links}. `
}

/** What is around a note is not counted to the end. */
function sayMore(more: number, isAround: boolean): string {
  const notes = plural(more, 'note')
  return ` ${isAround ? 'At least ' : ''}${notes} that fewer notes link to ${more === 1 ? 'is' : 'are'} left out.`
}
