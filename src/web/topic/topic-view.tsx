import { useQuery } from '@tanstack/react-query'
import { Compass } from 'lucide-react'
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { TopicAnswer } from '../../http/types.ts'
import { go } from '../navigate.ts'
import { queries } from '../queries.ts'
import { walkRows } from '../ui/arrow-keys.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import parts from '../ui/parts.module.css'
import { View } from '../views/view.tsx'
import { Kept } from './kept.tsx'
import css from './topic.module.css'
import { TopicBody } from './topic-body.tsx'
import { TopicSide } from './topic-side.tsx'

/** Everything already thought about a topic. */
export function TopicView({ words }: { words: string }): ReactElement {
  const { data, error } = useQuery({ ...queries.topic(words), enabled: words !== '' })
  return (
    <View title="Topic" wide error={data ? null : error} isAwaited={words !== '' && data === undefined}>
      <TopicField key={words} words={words} />
      {words === '' && (
        <Empty icon={Compass}>
          Type what you are about to work on. What you already wrote, decided and planned about it will stand here.
        </Empty>
      )}
      {words !== '' && data && <Dossier answer={data} />}
    </View>
  )
}

function Dossier({ answer }: { answer: TopicAnswer }): ReactElement {
  const isEmpty = answer.notes.length + answer.decisions.length === 0
  if (isEmpty) return <Empty icon={Compass}>No note says anything about {answer.topic} yet.</Empty>
  return (
    <div onKeyDown={walkRows} role="none">
      <Kept answer={answer} />
      <div className={css.columns}>
        <TopicBody answer={answer} />
        <TopicSide answer={answer} />
      </div>
    </div>
  )
}

function TopicField({ words }: { words: string }): ReactElement {
  const [typed, setTyped] = useState(words)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (words === '') field.current?.focus()
  }, [words])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') go({ kind: 'topic', words: typed.trim() })
  }
  return (
    <search>
      <form className={parts.ask} onSubmit={submit}>
        <input
          ref={field}
          type="search"
          className={controls.field}
          aria-label="Topic"
          placeholder="What is it about?"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className={controls.button} disabled={typed.trim() === ''}>
          Show
        </button>
      </form>
    </search>
  )
}
