import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { safeUrl } from '../markdown/walk.ts'
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

const LINK = /(@?\[\[[^[\]\n]+\]\]|\b(?:https?:\/\/|mailto:|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]])/i

/** Whether something in a property's words can be opened. */
export function holdsLink(text: string): boolean {
  return LINK.test(text)
}

/** A property's words, with the links and web addresses in them as links. */
export function LinkedText({ path, text, onCreate }: LinkedTextProps): ReactElement {
  return (
    <>
      {text.split(LINK).map((part, at) => {
        if (at % 2 === 0) return part
        return part.includes('[[') ? (
          <NamedNote key={at} path={path} text={part} onCreate={onCreate} />
        ) : (
          <Address key={at} written={part} />
        )
      })}
    </>
  )
}

function Address({ written }: { written: string }): ReactElement {
  return (
    <a
      className={css.link}
      href={safeUrl(/^www\./i.test(written) ? `https://${written}` : written)}
      target="_blank"
      rel="noopener noreferrer"
    >
      {written}
    </a>
  )
}

function NamedNote({ path, text, onCreate }: LinkedTextProps): ReactElement {
  const { data } = useQuery(queries.links(path))
  const [, target = '', fragment, shown] = /^@?\[\[([^|#]*)(?:#([^|]*))?(?:\|(.*))?\]\]$/.exec(text) ?? []
  const link = data?.find((each) => each.form === 'frontmatter' && each.target === target.trim())
  const words = shown ?? (fragment === undefined ? target : `${target} › ${fragment}`)
  if (link?.resolved)
    return (
      <NoteLink path={link.resolved} className={css.link} {...(fragment ? { fragment } : {})}>
        {words}
      </NoteLink>
    )
  return (
    <button
      type="button"
      className={css.unresolved}
      disabled={link === undefined}
      title="No note has this name yet. Press to write it."
      onClick={() => onCreate(target.trim())}
    >
      {words}
    </button>
  )
}
