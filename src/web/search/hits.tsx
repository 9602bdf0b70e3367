import type { ReactElement } from 'react'
import { folderOf, stemOf } from '../../core/path.ts'
import type { SearchAnswer } from '../../http/types.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Marked, wordRanges } from '../ui/marked.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import css from '../views/views.module.css'

interface HitsProps {
  readonly title: string | undefined
  readonly hits: readonly SearchAnswer[]
  readonly q: string
}

export function Hits({ title, hits, q }: HitsProps): ReactElement | null {
  if (hits.length === 0) return null
  return (
    <section aria-label={title ?? 'Results'}>
      {title && <h2 className={css.section}>{title}</h2>}
      <ul className={css.list}>
        {hits.map((hit) => (
          <li key={`${hit.path} ${hit.from ?? ''}`}>
            <NoteLink path={hit.path} at={hit.at ?? undefined} className={css.hit} data-row="">
              <KindIcon kind={hit.kind} />
              <span className={css.name}>
                <Marked text={hit.title} ranges={hit.via === 'title' ? wordRanges(hit.title, q) : []} />
              </span>
              <span className={css.folder}>{sideOf(hit)}</span>
              {hit.snippet !== '' && (
                <span className={css.snippet}>
                  <Marked text={hit.snippet} ranges={hit.marks} />
                </span>
              )}
            </NoteLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How a note leads to what was found, else where it is and what it lacks. */
function sideOf({ path, from, leads, missing }: SearchAnswer): string {
  if (from !== null)
    return `${leads === 'to' ? 'links to' : leads === 'from' ? 'linked from' : 'called so in'} ${stemOf(from)}`
  const without = missing.length === 0 ? '' : `without ${missing.join(', ')}`
  return [without, folderOf(path)].filter(Boolean).join(' · ')
}
