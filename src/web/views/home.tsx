import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect } from 'react'
import { stemOf } from '../../core/path.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { RecentView } from './recent.tsx'

/** The vault's own Welcome note if it has one, else the recent notes. */
export function HomeView(): ReactElement | null {
  const { data, isPending } = useQuery(queries.folder(''))
  const welcome = data?.notes.find(({ path }) => stemOf(path).toLowerCase() === 'welcome')
  useEffect(() => {
    if (welcome) go({ kind: 'note', path: welcome.path }, { replace: true })
  }, [welcome])
  return isPending || welcome ? null : <RecentView />
}
