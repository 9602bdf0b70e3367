import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { RelatedAnswer } from '../../http/types.ts'
import { Fold } from '../layout/fold.tsx'
import { useFolded } from '../layout/folded.ts'
import margin from '../margin/margin.module.css'
import { useSteady } from '../margin/use-steady.ts'
import { queries } from '../queries.ts'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import css from './suggest.module.css'

/** Notes that hang together with this one and are not linked in it, each with its reason. */
export function Related({ path }: { path: string }): ReactElement {
  const folded = useFolded('related')
  const { data } = useQuery({ ...queries.related(path), enabled: !folded })
  const { shown, watch } = useSteady(path, data)
  return (
    <div {...watch}>
      <Fold id="related" title="Related" count={shown?.length}>
        {shown?.length === 0 && <p className={margin.empty}>Notes that hang together with this one will stand here.</p>}
        <ul className={css.rows}>
          {shown?.map((related) => (
            <RelatedRow key={related.path} related={related} />
          ))}
        </ul>
      </Fold>
    </div>
  )
}

function RelatedRow({ related }: { related: RelatedAnswer }): ReactElement {
  return (
    <li className={css.row}>
      <div className={css.head}>
        <NoteLink path={related.path} className={margin.sourceTitle}>
          <KindIcon kind={related.kind} size={15} />
          <span className={margin.name}>{related.title}</span>
        </NoteLink>
        <span className={margin.date}>
          <When date={related.date} />
        </span>
      </div>
      <p className={css.said}>{emphasised(related.why.join('; '))}</p>
    </li>
  )
}

/** `both mention *churn*` with the words set apart. */
function emphasised(text: string): (string | ReactElement)[] {
  return text.split('*').map((part, at) => (at % 2 === 0 ? part : <em key={`${at} ${part}`}>{part}</em>))
}
