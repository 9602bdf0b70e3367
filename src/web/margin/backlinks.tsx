import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import type { BacklinkAnswer } from '../../http/types.ts'
import { Fold } from '../layout/fold.tsx'
import { queries } from '../queries.ts'
import { rememberedStore, useStore } from '../store.ts'
import controls from '../ui/controls.module.css'
import { laterMenu } from '../ui/later.tsx'
import { plural } from '../ui/plural.ts'
import { BacklinkSource } from './backlink-source.tsx'
import { filterBacklinks, groupBacklinks, type KindGroup, type Order, type RelationGroup } from './group.ts'
import css from './margin.module.css'
import { OrderButton } from './order-button.tsx'
import { useSteady } from './use-steady.ts'

/** From so many on, a filter is worth its place. */
const MANY = 8
/** So many links are drawn at first; more on demand. */
const DRAWN = 60

const OrderMenu = laterMenu(async () => (await import('./order-menu.tsx')).OrderMenu)

const order = rememberedStore<Order>('backlinks-order', 'newest')

/** Who refers to the note, and why; what is read stays where it is while new links come in. */
export function Backlinks({ path }: { path: string }): ReactElement {
  const { data } = useQuery(queries.backlinks(path))
  const { shown, waiting, showNewest, watch } = useSteady(path, data)
  return (
    <div {...watch}>
      <Fold
        id="backlinks"
        title="Backlinks"
        count={shown?.length}
        tools={shown && shown.length > 1 && <OrderMenu store={order} fallback={<OrderButton />} />}
      >
        {waiting && (
          <button type="button" className={controls.quiet} onClick={showNewest}>
            Show what has changed
          </button>
        )}
        {shown && <BacklinkList key={path} backlinks={shown} />}
      </Fold>
      <span role="status" className={controls.hidden}>
        {shown && plural(shown.length, 'backlink')}
      </span>
    </div>
  )
}

function BacklinkList({ backlinks }: { backlinks: readonly BacklinkAnswer[] }): ReactElement {
  const [words, setWords] = useState('')
  const [drawn, setDrawn] = useState(DRAWN)
  const sorted = useStore(order)
  if (backlinks.length === 0)
    return (
      <p className={css.empty}>
        Notes that link here will stand here with their reason. Write <code>@</code> and this note's name in another
        one.
      </p>
    )
  const found = filterBacklinks(backlinks, words)
  const groups = groupBacklinks(found, sorted)
  return (
    <>
      {backlinks.length > MANY && (
        <input
          type="search"
          className={`${controls.field} ${css.filter}`}
          placeholder="Filter"
          aria-label="Filter backlinks"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {found.length === 0 && <p className={css.empty}>No backlink has these words.</p>}
      {firstOf(groups, drawn).map((group) => (
        <Relation key={group.relation ?? ''} group={group} only={groups.length === 1} />
      ))}
      {found.length > drawn && (
        <button type="button" className={controls.quiet} onClick={() => setDrawn(drawn + DRAWN * 2)}>
          Show more of {plural(found.length, 'backlink')}
        </button>
      )}
    </>
  )
}

function Relation({ group, only }: { group: RelationGroup; only: boolean }): ReactElement {
  const plain = group.relation === null
  return (
    <section className={css.relation}>
      {!(plain && only) && (
        <h3 className={css.relationName}>
          {group.relation ?? 'mentioned by'} <span className={controls.count}>{group.links}</span>
        </h3>
      )}
      {group.kinds.map((kind) => (
        <Kind key={kind.kind ?? ''} group={kind} only={group.kinds.length === 1} />
      ))}
    </section>
  )
}

function Kind({ group, only }: { group: KindGroup; only: boolean }): ReactElement {
  return (
    <>
      {!only && <h4 className={css.kind}>{kindName(group.kind, group.sources.length)}</h4>}
      <ul className={css.sources}>
        {group.sources.map((source) => (
          <BacklinkSource key={source.source} group={source} />
        ))}
      </ul>
    </>
  )
}

const UNCOUNTED = new Set(['knowledge'])

function kindName(kind: string | null, count: number): string {
  if (kind === null) return count === 1 ? 'note' : 'notes'
  return count === 1 || UNCOUNTED.has(kind) || kind.endsWith('s') ? kind : `${kind}s`
}

/** The groups cut after so many notes, whole kinds kept in their order. */
function firstOf(groups: readonly RelationGroup[], limit: number): RelationGroup[] {
  let left = limit
  return groups.flatMap((group) => {
    const kinds = group.kinds.flatMap((kind) => {
      const sources = kind.sources.slice(0, Math.max(left, 0))
      left -= sources.length
      return sources.length > 0 ? [{ ...kind, sources }] : []
    })
    return kinds.length > 0 ? [{ ...group, kinds }] : []
  })
}
