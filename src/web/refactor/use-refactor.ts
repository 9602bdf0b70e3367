import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PlanAnswer } from '../../http/types.ts'
import { ApiError } from '../api.ts'
import { queries } from '../queries.ts'
import { useStore } from '../store.ts'
import { carryOut, deleteNote } from './carry-out.ts'
import { keepAlias } from './start.ts'
import { type Asked, requestFor, type Task, task } from './task.ts'

/** Typing rests for so long before it is asked what it would change. Milliseconds. */
const REST = 180

export interface Refactor {
  /** What it would do; undefined while that is not known. */
  readonly plan: PlanAnswer | undefined
  /** Why it cannot be done, as a sentence. */
  readonly refusal: string | undefined
  /** A name that would do in place of the refused one. */
  readonly proposal: string | undefined
  /** The plan shown is that of an earlier state of the field. */
  readonly waiting: boolean
  readonly busy: boolean
  readonly possible: boolean
  run(): void
}

const NOTHING: Asked = { kind: 'rename-tag', from: '', to: '' }

/** A task on its way: what it would change as it is being described, and its doing. Closes the dialog when done. */
export function useRefactor(of: Task, words: string): Refactor {
  const alias = useStore(keepAlias)
  const now = requestFor(of, words, alias)
  const asked = useRested(now)
  const [busy, setBusy] = useState(false)
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    ...queries.plan(asked ?? NOTHING),
    // While it is being done, the plan is of a vault that is going.
    enabled: asked !== undefined && !busy,
  })
  const [failed, setFailed] = useState<string>()
  useEffect(() => setFailed(undefined), [words, alias])
  const current = JSON.stringify(now) === JSON.stringify(asked)
  const waiting = now !== undefined && (!current || isPlaceholderData || (isFetching && data === undefined))
  const plan = asked === undefined || error ? undefined : data
  const possible = !busy && (of.kind === 'delete' || (now !== undefined && !waiting && plan !== undefined))

  const perform = async () => {
    if (of.kind === 'delete') return deleteNote(of.path, of.title)
    return now && plan ? carryOut(now, plan) : undefined
  }
  const run = () => {
    if (!possible) return
    setBusy(true)
    void perform().then((sentence) => {
      setBusy(false)
      if (sentence === undefined) task.set(undefined)
      else setFailed(sentence)
    })
  }
  const refused = waiting || failed !== undefined ? undefined : error
  const proposal = refused instanceof ApiError ? refused.proposal : undefined
  return { plan, refusal: failed ?? refused?.message, proposal, waiting, busy, possible, run }
}

function useRested(request: Asked | undefined): Asked | undefined {
  const key = JSON.stringify(request)
  const [rested, setRested] = useState(request)
  useEffect(() => {
    const timer = setTimeout(() => setRested(request), REST)
    return () => clearTimeout(timer)
  }, [key])
  return rested
}
