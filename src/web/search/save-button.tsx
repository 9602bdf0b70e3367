import { useQuery } from '@tanstack/react-query'
import { Bookmark, BookmarkCheck } from 'lucide-react'
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { SavedSearchAnswer } from '../../http/types.ts'
import { say } from '../notice.ts'
import { queries } from '../queries.ts'
import { forget, keep } from './saved.ts'
import css from './search.module.css'

/** Keeps a search in the left column, under a name if one is given, or takes it away again. */
export function SaveButton({ q }: { q: string }): ReactElement {
  const { data = [] } = useQuery(queries.searches())
  const saved = data.find((search) => search.q === q.trim())
  /** The search that was saved just now, until it was asked for its name. */
  const [fresh, setFresh] = useState<string>()
  const Icon = saved === undefined ? Bookmark : BookmarkCheck
  const save = async () => {
    setFresh(q.trim())
    await keep({ q })
    say('The search stands in the left column now.')
  }
  return (
    <>
      <button
        type="button"
        className={css.add}
        aria-pressed={saved !== undefined}
        onClick={() => void (saved === undefined ? save() : forget(saved))}
      >
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        {saved === undefined ? 'Save' : 'Saved'}
      </button>
      {saved !== undefined && (
        <NameField key={saved.q} saved={saved} starts={saved.q === fresh} onStarted={() => setFresh(undefined)} />
      )}
    </>
  )
}

interface NameFieldProps {
  readonly saved: SavedSearchAnswer
  /** Whether a name is asked for at once. */
  readonly starts: boolean
  onStarted(): void
}

/** Without a name a search is called what it looks for. */
function NameField({ saved, starts, onStarted }: NameFieldProps): ReactElement {
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(saved.name ?? saved.q)
  useEffect(() => {
    if (!starts) return
    field.current?.select()
    onStarted()
  }, [])
  const write = (event?: FormEvent): void => {
    event?.preventDefault()
    const said = name.trim() === saved.q ? '' : name.trim()
    if (said !== (saved.name ?? '')) void keep({ q: saved.q, name: said })
  }
  return (
    <form onSubmit={write} className={css.naming}>
      <input
        ref={field}
        type="text"
        className={css.name}
        aria-label="Name of the saved search"
        placeholder="Give it a name"
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => write()}
      />
    </form>
  )
}
