import { useQuery } from '@tanstack/react-query'
import { memo, type ReactElement, useState } from 'react'
import type { BacklinkAnswer } from '../../http/types.ts'
import { Markdown, Sentence } from '../markdown/markdown.tsx'
import { queries } from '../queries.ts'
import controls from '../ui/controls.module.css'
import { When } from '../ui/dates.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import type { SourceGroup } from './group.ts'
import css from './margin.module.css'
import { withoutField } from './sentence.ts'

/** A note that links here, with each sentence in which it does. */
export const BacklinkSource = memo(function BacklinkSource({ group }: { group: SourceGroup }): ReactElement {
  const [first] = group.links
  return (
    <li className={css.source}>
      <div className={css.sourceHead}>
        <NoteLink path={group.source} at={first?.position.offset} className={css.sourceTitle}>
          <KindIcon kind={group.kind} size={15} />
          <span className={css.name}>{group.title}</span>
        </NoteLink>
        <span className={css.date}>
          <When date={group.date} />
        </span>
      </div>
      {group.links.map((link) => (
        <Context key={link.position.offset} link={link} />
      ))}
    </li>
  )
}, sameSource)

/** Answers that did not change are the same objects as before. */
function sameSource({ group: a }: { group: SourceGroup }, { group: b }: { group: SourceGroup }): boolean {
  return a.source === b.source && a.links.length === b.links.length && a.links.every((link, at) => link === b.links[at])
}

function Context({ link }: { link: BacklinkAnswer }): ReactElement {
  const [whole, setWhole] = useState(false)
  return (
    <div className={css.context}>
      {whole && <Block link={link} />}
      <NoteLink path={link.source} at={link.position.offset} preview={false} className={css.sentence} hidden={whole}>
        <Sentence {...withoutField(link)} />
      </NoteLink>
      {link.ambiguous && <p className={css.note}>Several notes answer to this name; this one comes first.</p>}
      <button type="button" className={css.more} aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'Show less' : 'Show more'}
      </button>
    </div>
  )
}

/** The whole list item, paragraph or row that the link stands in. */
function Block({ link }: { link: BacklinkAnswer }): ReactElement {
  const { data, error } = useQuery(queries.block(link.source, link.position.offset))
  if (error) return <p className={css.empty}>{error.message}</p>
  if (!data) return <Sentence {...withoutField(link)} />
  const from = link.position.offset - data.offset
  return (
    <div className={css.block}>
      <Markdown text={data.text} mark={[from, from + link.contextTo - link.contextFrom]} />
      <NoteLink path={link.source} at={link.position.offset} preview={false} className={controls.quiet}>
        Open at this place
      </NoteLink>
    </div>
  )
}
