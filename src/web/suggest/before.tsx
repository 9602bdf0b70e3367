import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect, useMemo } from 'react'
import type { MentionAnswer, SuggestAnswer } from '../../http/types.ts'
import { Fold } from '../layout/fold.tsx'
import margin from '../margin/margin.module.css'
import { useSteady } from '../margin/use-steady.ts'
import { queries } from '../queries.ts'
import { useStore } from '../store.ts'
import { ConceptRow } from './concept-row.tsx'
import { MentionRow } from './mention-row.tsx'
import { type Passage, passage, writerOf } from './passage.ts'
import css from './suggest.module.css'
import { useShowAfterActs } from './use-show-after-acts.ts'

const NOTHING: Passage = { path: '', text: '', offset: 0 }
/** Of a whole note the likeliest are enough. */
const MOST = 12

/** What the passage that is being written brings to mind: notes that it names, and what was written before about what it says. */
export function Before({ path }: { path: string }): ReactElement {
  const asked = useStore(passage)
  const here = asked?.path === path ? asked : undefined
  const { data } = useQuery({
    ...queries.suggest(here ?? NOTHING),
    enabled: here !== undefined && here.text.trim() !== '',
  })
  const newest = here?.text.trim() === '' ? NONE : data
  useMarks(path, newest)
  const { shown, watch, showNewest } = useSteady(path, newest)
  useShowAfterActs(newest, showNewest)
  const named = useMemo(() => byName(shown?.mentions ?? []).slice(0, MOST), [shown])
  const count = shown && named.length + shown.concepts.length
  return (
    <div {...watch}>
      <Fold id="before" title="You wrote about this before" count={count}>
        {count === 0 && (
          <p className={margin.empty}>
            What other notes say about what you write here will stand here, while you write.
          </p>
        )}
        <ul className={css.rows}>
          {shown?.concepts.map((concept) => (
            <ConceptRow key={concept.key} concept={concept} path={path} />
          ))}
          {named.map((mentions) => (
            <MentionRow key={`${mentions[0]?.key} ${mentions[0]?.target}`} mentions={mentions} path={path} />
          ))}
        </ul>
      </Fold>
    </div>
  )
}

const NONE: SuggestAnswer = { mentions: [], concepts: [] }

/** All places of one name that mean one note. */
function byName(mentions: readonly MentionAnswer[]): (readonly MentionAnswer[])[] {
  return [...Map.groupBy(mentions, ({ key, target }) => `${key}\n${target}`).values()]
}

/** The surest names are marked in the text itself. */
function useMarks(path: string, answer: SuggestAnswer | undefined): void {
  useEffect(() => {
    if (answer === undefined) return
    const strong = answer.mentions.filter((mention) => mention.strong)
    writerOf(path)?.mark(
      strong.map(({ position, end, targetTitle, context, contextFrom, contextTo }) => ({
        from: position.offset,
        to: end,
        said: context.slice(contextFrom, contextTo),
        title: `There is a note “${targetTitle}”`,
      })),
    )
  }, [path, answer])
}
