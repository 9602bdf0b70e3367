import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useMemo, useRef, useState } from 'react'
import type { GraphAnswer } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { useTheme } from '../theme.ts'
import controls from '../ui/controls.module.css'
import { useMedia } from '../ui/media.ts'
import { plural } from '../ui/plural.ts'
import { RouteLink } from '../ui/route-link.tsx'
import { EVERYTHING, filterGraph } from './filter.ts'
import css from './graph.module.css'
import { KindIcons } from './kind-shapes.tsx'
import { useMap } from './use-map.ts'
import { usePicture } from './use-picture.ts'

const DEPTHS = [1, 2, 3] as const
const LOOK = { found: undefined, communities: undefined } as const

/** A small picture of what is around the note; the page of it has the filters and the list. */
export function MarginGraph({ path }: { path: string }): ReactElement {
  const [depth, setDepth] = useState<number>(1)
  const { data } = useQuery(queries.graph(path, depth))
  return (
    <>
      <div className={css.marginTools}>
        <label>
          <span className={controls.hidden}>Steps around the note</span>
          <select className={controls.field} value={depth} onChange={(event) => setDepth(Number(event.target.value))}>
            {DEPTHS.map((each) => (
              <option key={each} value={each}>
                {plural(each, 'step')}
              </option>
            ))}
          </select>
        </label>
        <RouteLink to={{ kind: 'graph', path }} className={controls.quiet}>
          Open with filters and list
        </RouteLink>
      </div>
      {data && <Small key={path} answer={data} path={path} />}
    </>
  )
}

function Small({ answer, path }: { answer: GraphAnswer; path: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const [theme] = useTheme()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const part = useMemo(() => filterGraph(answer, EVERYTHING), [answer])
  const icons = useRef<HTMLSpanElement>(null)
  const { places } = useMap(answer, path)
  usePicture({ place, icons, answer, part, frame: part.notes, places, look: LOOK, key: `${theme} ${dark}` })
  return (
    <>
      <KindIcons answer={answer} at={icons} />
      <div
        ref={place}
        className={css.small}
        role="img"
        aria-label={`Picture of ${plural(part.notes.length, 'note')} and ${plural(part.links.length / 3, 'link')}; its page has the same as a list`}
      />
    </>
  )
}
