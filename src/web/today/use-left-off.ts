import { useQueries, useQuery } from '@tanstack/react-query'
import type { NoteSummary } from '../../http/types.ts'
import { type Left, notesLeft } from '../left-off.ts'
import { queries } from '../queries.ts'
import { mergeLeft, type NoteLeft, SHOWN } from './left.ts'

/** The notes that were changed or open last; undefined until they are known. */
export function useLeftOff(): readonly NoteLeft[] | undefined {
  // What was left is told apart by vault, so that has to be known first.
  const { data: vault } = useQuery(queries.vault())
  const { data: recent } = useQuery(queries.recent())
  const left: readonly Left[] = vault === undefined ? [] : notesLeft().slice(0, SHOWN)
  const known = new Set(recent?.map(({ path }) => path))
  const unknown = recent === undefined ? [] : left.filter(({ path }) => !known.has(path))
  // One that is gone meanwhile is left out.
  const asked = useQueries({ queries: unknown.map(({ path }) => ({ ...queries.note(path), retry: false })) })
  if (vault === undefined || recent === undefined || asked.some(({ isPending }) => isPending)) return undefined
  const others: readonly NoteSummary[] = asked.flatMap(({ data }) => data ?? [])
  return mergeLeft([...recent, ...others], left)
}
