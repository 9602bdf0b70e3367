import { memo, type ReactElement } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { SLIM, useMedia } from '../ui/media.ts'
import { plural } from '../ui/plural.ts'
import type { Colours } from './colours.ts'
import type { GraphPart } from './filter.ts'
import css from './graph.module.css'
import { LINK_LOOKS, type LinkLook, lookOf } from './link-look.ts'

/** Communities, the largest first, each called by the note that most notes link to. */
export interface Named {
  readonly communities: readonly { readonly number: number; readonly name: string; readonly notes: number }[]
  /** Place in that order, by number. */
  readonly rank: ReadonlyMap<number, number>
}

/** As many as have a colour of their own. */
const SHOWN = 5

/** @param communities of each note its number */
export function nameCommunities({ notes }: GraphAnswer, part: GraphPart, communities: Int32Array): Named {
  const members = Map.groupBy(part.notes, (note) => communities[note] as number)
  const sources = (note: number | undefined): number => notes.sources[note ?? -1] ?? 0
  const all = [...members]
    .map(([number, own]) => {
      const hub = own.reduce((best, note) => (sources(note) > sources(best) ? note : best))
      return { number, name: notes.title[hub] ?? '', notes: own.length }
    })
    .sort((a, b) => b.notes - a.notes || a.number - b.number)
  return { communities: all, rank: new Map(all.map(({ number }, at) => [number, at])) }
}

interface LegendProps {
  readonly answer: GraphAnswer
  readonly byCommunity: boolean
  readonly named: Named | undefined
  readonly colours: Colours | undefined
}

/** What the colours mean. */
export const Legend = memo(function Legend({ answer, byCommunity, named, colours }: LegendProps): ReactElement {
  // Where there is room the filters have them, with their names.
  const isFolded = useMedia(SLIM)
  const kinds = [...new Set(answer.notes.kind)].sort((a, b) => (a ?? '~').localeCompare(b ?? '~', 'en'))
  const found = new Set(answer.relations.map(lookOf))
  const looks = (Object.keys(LINK_LOOKS) as LinkLook[]).filter((look) => found.has(look))
  return (
    <ul className={css.legend} aria-label="What the colours mean">
      {byCommunity && named && colours
        ? named.communities.slice(0, SHOWN).map(({ number, name, notes }, at) => (
            <li key={number}>
              <span className={css.dot} style={{ background: colours.group(at) }} aria-hidden />
              around {name}, {plural(notes, 'note')}
            </li>
          ))
        : isFolded &&
          kinds.map((kind) => (
            <li key={kind ?? ''}>
              <KindIcon kind={kind} size={15} />
              {kind ?? 'no kind'}
            </li>
          ))}
      {looks.map((look) => (
        <li key={look}>
          <span
            className={css.stroke}
            style={{ borderTopWidth: LINK_LOOKS[look].size, borderTopColor: `var(${LINK_LOOKS[look].token})` }}
            aria-hidden
          />
          {LINK_LOOKS[look].said}
        </li>
      ))}
      <li>The larger, the more notes link to it</li>
    </ul>
  )
})
