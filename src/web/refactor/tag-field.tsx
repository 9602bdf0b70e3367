import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { OfferedField } from './offered-field.tsx'

interface TagFieldProps {
  readonly words: string
  readonly label: string
  /** The tag that gets another name; it is not offered. */
  readonly renames?: string
  onChange(words: string): void
  onEnter(): void
}

/** A tag, with those of the vault below it. */
export function TagField({ renames, ...props }: TagFieldProps): ReactElement {
  const { data = [] } = useQuery(queries.tags())
  const offered = data.filter(({ tag }) => tag !== renames).map(({ tag, notes }) => ({ id: tag, notes }))
  return <OfferedField {...props} list="Tags" offered={offered} startsSelected={renames !== undefined} />
}
