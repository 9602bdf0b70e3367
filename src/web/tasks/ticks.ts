import { useState } from 'react'
import type { TaskItem } from '../../http/types.ts'
import { api } from '../api.ts'
import { say } from '../notice.ts'
import { openNotes } from '../refactor/open-notes.ts'
import { today } from '../ui/days.ts'

/** What was ticked here and is not yet in what is shown. */
export interface Ticks {
  isDone(task: TaskItem): boolean
  tick(task: TaskItem, done: boolean): void
}

interface Ticked {
  readonly of: object | undefined
  readonly tasks: ReadonlyMap<string, boolean>
}

const NONE: ReadonlyMap<string, boolean> = new Map()

/** A tick shows at once; what is shown anew has it, or shows that it could not be made. */
export function useTicks(shown: object | undefined): Ticks {
  const [ticked, setTicked] = useState<Ticked>({ of: shown, tasks: NONE })
  const tasks = ticked.of === shown ? ticked.tasks : NONE
  const set = (key: string, done: boolean | undefined): void =>
    setTicked((before) => {
      const next = new Map(before.of === shown ? before.tasks : NONE)
      if (done === undefined) next.delete(key)
      else next.set(key, done)
      return { of: shown, tasks: next }
    })
  return {
    isDone: (task) => tasks.get(keyOfTask(task)) ?? task.done,
    tick: (task, done) => {
      set(keyOfTask(task), done)
      void write(task, done).catch((error: unknown) => {
        set(keyOfTask(task), undefined)
        say(error instanceof Error ? error.message : String(error))
      })
    },
  }
}

export function keyOfTask({ path, line, text }: TaskItem): string {
  return `${path}:${line} ${text}`
}

async function write({ path, line, text }: TaskItem, done: boolean): Promise<void> {
  await Promise.all(openNotes().map((note) => note.path === path && note.save()))
  const answer = await api.checkTask({ path, line, text, done, today: today() })
  if (answer.saved) return
  throw new Error(
    answer.reason === 'refused' ? answer.message : 'This note is being changed somewhere else. Try again.',
  )
}
