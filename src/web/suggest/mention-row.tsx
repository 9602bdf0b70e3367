import { Link2 } from 'lucide-react'
import { memo, type ReactElement } from 'react'
import type { MentionAnswer } from '../../http/types.ts'
import margin from '../margin/margin.module.css'
import { IconButton } from '../ui/icon-button.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { laterMenu } from '../ui/later.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { linkMentions } from './acts.ts'
import { DismissButton } from './dismiss-button.tsx'
import css from './suggest.module.css'

const DismissMenu = laterMenu(async () => (await import('./dismiss-menu.tsx')).DismissMenu)

/** A note that the passage names without a link. */
export const MentionRow = memo(function MentionRow({
  mentions,
  path,
}: {
  mentions: readonly MentionAnswer[]
  path: string
}): ReactElement | null {
  const [first] = mentions
  if (first === undefined) return null
  const said = first.context.slice(first.contextFrom, first.contextTo)
  const around = mentions.length === 1 ? first.context : undefined
  return (
    <li className={css.row}>
      <div className={css.head}>
        <NoteLink path={first.target} className={margin.sourceTitle}>
          <KindIcon kind={first.targetKind} size={15} />
          <span className={margin.name}>{first.targetTitle}</span>
        </NoteLink>
        <IconButton
          icon={Link2}
          size={15}
          label={mentions.length === 1 ? `Link “${said}”` : `Link “${said}” in ${mentions.length} places`}
          onClick={() => linkMentions(path, mentions)}
        />
        <DismissMenu
          words={said}
          key_={first.key}
          path={path}
          around={around}
          fallback={<DismissButton words={said} disabled />}
        />
      </div>
      {said !== first.targetTitle && <p className={css.said}>named here as “{said}”</p>}
    </li>
  )
})
