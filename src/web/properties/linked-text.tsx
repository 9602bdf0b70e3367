import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queries } from '../queries.ts'
import { NoteLink } from '../ui/note-link.tsx'
import css from './properties.module.css'

interface LinkedTextProps {
  /** Path of the note whose text it is. */
  readonly path: string
  readonly text: string
  /** A name that no note has yet is pressed. */
  onCreate(target: string): void
}

const LINK = /(@?\[\[[^[\]\n]+\]\])/

/** A property's words, with the links in them as links. */
export function LinkedText({ path, text, onCreate }: LinkedTextProps): ReactElement {
  const parts = text.split(LINK)
  const { data } = useQuery({ ...queries.links(path), enabled: parts.length > 1 })
  return (
    <>
      {parts.map((part, at) => {
        const [, target = '', fragment, shown] = /^@?\[\[([^|#]*)(?:#([^|]*))?(?:\|(.*))?\]\]$/.exec(part) ?? []
        if (at % 2 === 0) return part
        const link = data?.find((each) => each.form === 'frontmatter' && each.target === target.trim())
        const words = shown ?? (fragment === undefined ? target : `${target} › ${fragment}`)
        if (link?.resolved)
          return (
            <NoteLink key={at} path={link.resolved} className={css.link} {...(fragment ? { fragment } : {})}>
              {words}
            </NoteLink>
          )
        return (
          <button
            key={at}
            type="button"
            className={css.unresolved}
            disabled={link === undefined}
            title="No note has this name yet. Press to write it."
            onClick={() => onCreate(target.trim())}
          >
            {words}
          </button>
        )
      })}
    </>
  )
}
