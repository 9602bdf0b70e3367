import { useQuery } from '@tanstack/react-query'
import { Waypoints } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Way } from '../api.ts'
import { Fold } from '../layout/fold.tsx'
import { useSteady } from '../margin/use-steady.ts'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { RouteLink } from '../ui/route-link.tsx'
import css from './chain.module.css'
import { ChainTree } from './chain-tree.tsx'
import { MarginGraphFold } from './margin-graph-fold.tsx'
import { FOLDS } from './wanted.ts'

const TITLES = { up: 'Rests on', down: 'What follows' } as const
const NOTHING = {
  up: 'The notes that this one rests on will stand here. Write builds on:: or depends on:: before a link to say why it is there.',
  down: 'The notes that follow from this one will stand here.',
} as const

/** Why the note is there, and what follows from it; in the margin. */
export function ChainSections({ path }: { path: string }): ReactElement {
  return (
    <>
      <ChainSection path={path} way="up" />
      <ChainSection path={path} way="down" />
      <RouteLink to={{ kind: 'between', path }} className={`${controls.quiet} ${css.between}`}>
        <Waypoints size={15} strokeWidth={1.75} aria-hidden />
        How does this hang together with…
      </RouteLink>
      <MarginGraphFold path={path} />
    </>
  )
}

function ChainSection({ path, way }: { path: string; way: Way }): ReactElement {
  const { data } = useQuery(queries.chain(path, way))
  const { shown, watch } = useSteady(path, data)
  return (
    <div {...watch}>
      <Fold id={FOLDS[way]} title={TITLES[way]} count={shown && shown.next.length + shown.more}>
        {shown?.next.length === 0 && <p className={css.empty}>{NOTHING[way]}</p>}
        {shown && shown.next.length > 0 && (
          <ChainTree key={path} answer={shown} label={TITLES[way]} takesFocus={way === 'up'} />
        )}
      </Fold>
    </div>
  )
}
