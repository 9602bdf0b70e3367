import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { useStore } from '../store.ts'
import { Before } from '../suggest/before.tsx'
import { passage } from '../suggest/passage.ts'
import css from './today.module.css'

/** What the thought brings to mind, over what stands below, which must not move while one types. Nothing where nothing comes to mind. */
export function ThoughtSuggestions({ path }: { path: string }): ReactElement | null {
  const asked = useStore(passage)
  const here = asked?.path === path && asked.text.trim() !== '' ? asked : undefined
  const { data } = useQuery({ ...queries.suggest(here ?? { path, text: '', offset: 0 }), enabled: here !== undefined })
  if (here === undefined || data === undefined || data.mentions.length + data.concepts.length === 0) return null
  return (
    <div className={css.suggestions}>
      <Before path={path} />
    </div>
  )
}
