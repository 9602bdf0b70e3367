import { type ReactElement, useMemo, useRef, useState } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import { go, openNote } from '../navigate.ts'
import type { GraphRoute } from '../routes.ts'
import { useTheme } from '../theme.ts'
import controls from '../ui/controls.module.css'
import { useMedia } from '../ui/media.ts'
import { plural } from '../ui/plural.ts'
import { ExportButtons } from './export-buttons.tsx'
import { EVERYTHING, filterGraph, type GraphFilter, type GraphPart } from './filter.ts'
import { Filters } from './filters.tsx'
import css from './graph.module.css'
import { GraphList } from './graph-list.tsx'
import { KindIcons } from './kind-shapes.tsx'
import { Legend, nameCommunities } from './legend.tsx'
import type { Look } from './picture.ts'
import { useMap } from './use-map.ts'
import { usePicture } from './use-picture.ts'

interface BodyProps {
  readonly route: GraphRoute
  readonly filter: GraphFilter
  readonly answer: GraphAnswer
  /** What the filter leaves of the answer. */
  readonly part: GraphPart
}

/** Filters, the picture, and the same as a list. */
export function GraphBody({ route, filter, answer, part }: BodyProps): ReactElement {
  const { find: words = '', groups: byCommunity = false } = route
  const [look, setLook] = useState<Look>({ found: undefined, communities: undefined })
  const [theme] = useTheme()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const place = useRef<HTMLDivElement>(null)
  const icons = useRef<HTMLSpanElement>(null)
  const frame = useFrame(answer, filter)
  const { places, progress, communities } = useMap(answer, route.path)
  const drawn = usePicture({ place, icons, answer, part, frame, places, look, key: `${theme} ${dark}` })
  const { picture, colours, chosen } = drawn
  const named = useMemo(() => communities && nameCommunities(answer, part, communities), [answer, part, communities])
  const groups = useMemo(() => {
    if (!byCommunity || !communities || !named) return undefined
    const names = new Map(named.communities.map(({ number, name }) => [number, name]))
    return answer.notes.path.map((_, note) => names.get(communities[note] ?? -1))
  }, [answer, byCommunity, communities, named])
  const found = useMemo(() => foundIn(answer, words), [answer, words])
  const wanted = useMemo<Look>(
    () => ({
      found,
      communities:
        byCommunity && communities && colours && named
          ? answer.notes.path.map((_, note) => colours.group(named.rank.get(communities[note] ?? -1)))
          : undefined,
    }),
    [answer, found, byCommunity, communities, colours, named],
  )
  if (wanted !== look) setLook(wanted)

  return (
    <>
      <Filters answer={answer} route={route} onChange={go} />
      <KindIcons answer={answer} at={icons} />
      <div className={css.frame}>
        <div
          ref={place}
          className={css.picture}
          role="img"
          aria-label={`Picture of ${plural(part.notes.length, 'note')} and ${plural(part.links.length / 3, 'link')}; the list below says the same`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what was chosen with the pointer opens with Enter; all of it is in the list below
          tabIndex={0}
          onKeyDown={(event) => {
            const zoom = { '+': 'in', '-': 'out', '0': 'all' } as const
            if (event.key in zoom) picture?.zoom(zoom[event.key as keyof typeof zoom])
            if (event.key === 'Enter' && chosen !== undefined) openNote(answer.notes.path[chosen] as string)
          }}
        />
        {part.notes.length === 0 && <NothingLeft route={route} />}
        <div className={css.zoom} hidden={part.notes.length === 0}>
          {(['in', 'out', 'all'] as const).map((by) => (
            <button key={by} type="button" className={controls.button} onClick={() => picture?.zoom(by)}>
              {{ in: 'Nearer', out: 'Further', all: 'All' }[by]}
            </button>
          ))}
        </div>
        {progress && (
          <p className={css.progress} role="status">
            Finding places for the notes
            <progress
              className={controls.bar}
              value={progress.done}
              max={progress.total}
              aria-label="Finding places for the notes"
            />
          </p>
        )}
      </div>
      <Legend answer={answer} byCommunity={byCommunity} named={named} colours={colours} />
      <ExportButtons answer={answer} part={part} picture={picture} colours={colours} />
      <GraphList answer={answer} part={part} words={words} groups={groups} />
    </>
  )
}

/** Where the picture would be. */
function NothingLeft({ route: { path, steps, find } }: { route: GraphRoute }): ReactElement {
  const all: GraphRoute = { kind: 'graph', ...(path === undefined ? {} : { path }), steps, find }
  return (
    <div className={css.nothing}>
      <p>The filters leave no note.</p>
      <button type="button" className={controls.button} onClick={() => go(all)}>
        Take the filters away
      </button>
    </div>
  )
}

/** What a tag or a folder has is looked at from near; what kinds or a day leave is seen where it stands among all notes. */
function useFrame(answer: GraphAnswer, { tag, folder }: GraphFilter): readonly number[] {
  return useMemo(() => filterGraph(answer, { ...EVERYTHING, tag, folder }).notes, [answer, tag, folder])
}

/** The notes whose title has the words; undefined when nothing is looked for. */
function foundIn({ notes }: GraphAnswer, words: string): ReadonlySet<number> | undefined {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return undefined
  return new Set(notes.title.flatMap((title, note) => (title.toLowerCase().includes(wanted) ? [note] : [])))
}
