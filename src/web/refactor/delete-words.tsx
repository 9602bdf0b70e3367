import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { plural } from '../ui/plural.ts'
import css from './dialog.module.css'

/** What deleting a note means. */
export function DeleteWords({ path }: { path: string }): ReactElement {
  const { data } = useQuery(queries.backlinks(path))
  const links = data?.length ?? 0
  return (
    <p className={css.words}>
      It goes to the trash, from where it can be had again.
      {links > 0 && ` ${plural(links, 'link')} to it will wait for a note of this name.`}
    </p>
  )
}
