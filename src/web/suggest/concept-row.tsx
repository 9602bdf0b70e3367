import { useQuery } from '@tanstack/react-query'
import { ChevronRight, FilePlus2, Link2 } from 'lucide-react'
import { memo, type ReactElement, useId, useState } from 'react'
import { folderOf } from '../../core/path.ts'
import type { ConceptAnswer, SampleAnswer } from '../../http/types.ts'
import margin from '../margin/margin.module.css'
import { Sentence } from '../markdown/markdown.tsx'
import { queries } from '../queries.ts'
import { startName } from '../refactor/start.ts'
import { When } from '../ui/dates.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { laterMenu } from '../ui/later.tsx'
import { NoteLink } from '../ui/note-link.tsx'
import { plural } from '../ui/plural.ts'
import { linkConcept } from './acts.ts'
import { DismissButton } from './dismiss-button.tsx'
import { sayOldest } from './said.ts'
import css from './suggest.module.css'

const DismissMenu = laterMenu(async () => (await import('./dismiss-menu.tsx')).DismissMenu)

/** A phrase of the passage that other notes say; unfolds to their sentences. */
export const ConceptRow = memo(function ConceptRow({
  concept,
  path,
}: {
  concept: ConceptAnswer
  path: string
}): ReactElement {
  const [open, setOpen] = useState(false)
  const panel = useId()
  const { phrase, key, notes, oldest, newest } = concept
  return (
    <li className={css.row}>
      <div className={css.head}>
        <button
          type="button"
          className={css.phrase}
          aria-expanded={open}
          aria-controls={open ? panel : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} strokeWidth={2} aria-hidden />
          <span>
            <em>{phrase}</em> <small>{`${plural(notes, 'note')}${sayOldest(oldest, newest)}`}</small>
          </span>
        </button>
        <IconButton
          icon={FilePlus2}
          size={15}
          label={`Make a note of “${phrase}”…`}
          onClick={() => startName(phrase, folderOf(path))}
        />
        <DismissMenu
          words={phrase}
          key_={key}
          path={path}
          around={undefined}
          fallback={<DismissButton words={phrase} disabled />}
        />
      </div>
      {open && (
        <div id={panel}>
          <Samples concept={concept} path={path} />
        </div>
      )}
    </li>
  )
})

function Samples({ concept, path }: { concept: ConceptAnswer; path: string }): ReactElement | null {
  const { data, error } = useQuery(queries.samples(concept.phrase, path))
  if (error) return <p className={margin.empty}>{error.message}</p>
  if (data?.length === 0) return <p className={margin.empty}>No sentence says it any more.</p>
  return (
    <ul className={css.samples}>
      {data?.map((sample, at) => (
        <Sample key={sample.path} sample={sample} oldest={at === 0 && data.length > 1} concept={concept} path={path} />
      ))}
    </ul>
  )
}

function Sample({
  sample,
  oldest,
  concept,
  path,
}: {
  sample: SampleAnswer
  oldest: boolean
  concept: ConceptAnswer
  path: string
}): ReactElement {
  const about = [oldest ? 'oldest' : '', sample.forgotten ? 'not opened for long' : ''].filter(Boolean).join(', ')
  return (
    <li>
      <div className={css.head}>
        <NoteLink path={sample.path} at={sample.offset} className={margin.sourceTitle}>
          <KindIcon kind={sample.kind} size={15} />
          <span className={margin.name}>{sample.title}</span>
        </NoteLink>
        <span className={margin.date}>
          <When date={sample.date} />
        </span>
        <IconButton
          icon={Link2}
          size={15}
          label={`Link “${concept.phrase}” to “${sample.title}”`}
          onClick={() => linkConcept(path, concept, sample)}
        />
      </div>
      <NoteLink path={sample.path} at={sample.offset} preview={false} className={`${margin.sentence} ${css.under}`}>
        <Sentence text={sample.sentence} mark={[sample.sentenceFrom, sample.sentenceTo]} />
      </NoteLink>
      {about !== '' && <p className={css.said}>{about}</p>}
    </li>
  )
}
