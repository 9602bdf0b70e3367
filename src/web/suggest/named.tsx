import { useQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import type { ReactElement } from 'react'
import type { MentionAnswer } from '../../http/types.ts'
import { Fold } from '../layout/fold.tsx'
import { useFolded } from '../layout/folded.ts'
import margin from '../margin/margin.module.css'
import { useSteady } from '../margin/use-steady.ts'
import { Sentence } from '../markdown/markdown.tsx'
import { queries } from '../queries.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { laterMenu } from '../ui/later.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { linkAllThere, linkThere } from './acts.ts'
import { DismissButton } from './dismiss-button.tsx'
import css from './suggest.module.css'
import { useShowAfterActs } from './use-show-after-acts.ts'

const DismissMenu = laterMenu(async () => (await import('./dismiss-menu.tsx')).DismissMenu)

/** Rows that are shown; all of them can be linked. */
const MOST = 50

/** Notes that name this one in plain words, each place with its sentence. Nothing where nobody does. */
export function Named({ path }: { path: string }): ReactElement | null {
  const { data } = useQuery(queries.mentions(path))
  return data === undefined || data.length === 0 ? null : <Places path={path} newest={data} />
}

function Places({ path, newest }: { path: string; newest: readonly MentionAnswer[] }): ReactElement {
  const folded = useFolded('named')
  const { shown = newest, watch, showNewest } = useSteady(path, newest)
  useShowAfterActs(newest, showNewest)
  const title = shown[0]?.targetTitle ?? ''
  return (
    <div {...watch}>
      <Fold
        id="named"
        title="Named without a link"
        count={shown.length}
        tools={
          shown.length > 1 && <IconButton icon={Link2} label="Link all…" onClick={() => linkAllThere(title, shown)} />
        }
      >
        {!folded && (
          <ul className={css.rows}>
            {shown.slice(0, MOST).map((mention) => (
              <NamedRow key={`${mention.source} ${mention.position.offset}`} mention={mention} />
            ))}
          </ul>
        )}
        {shown.length > MOST && <p className={margin.empty}>And {shown.length - MOST} places more.</p>}
      </Fold>
    </div>
  )
}

function NamedRow({ mention }: { mention: MentionAnswer }): ReactElement {
  const { source, title, kind, position, context, contextFrom, contextTo, key } = mention
  const said = context.slice(contextFrom, contextTo)
  return (
    <li className={css.row}>
      <div className={css.head}>
        <NoteLink path={source} at={position.offset} className={margin.sourceTitle}>
          <KindIcon kind={kind} size={15} />
          <span className={margin.name}>{title}</span>
        </NoteLink>
        <IconButton
          icon={Link2}
          size={15}
          label={`Link “${said}” in “${title}”`}
          onClick={() => void linkThere(mention)}
        />
        <DismissMenu
          words={said}
          key_={key}
          path={source}
          around={context}
          fallback={<DismissButton words={said} disabled />}
        />
      </div>
      <NoteLink path={source} at={position.offset} preview={false} className={`${margin.sentence} ${css.under}`}>
        <Sentence text={context} mark={[contextFrom, contextTo]} />
      </NoteLink>
    </li>
  )
}
