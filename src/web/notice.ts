import { createStore, useStore } from './store.ts'

export interface Notice {
  readonly message: string
  /** What can be done about it. */
  readonly action: Action | undefined
}

export interface Action {
  readonly label: string
  run(): void
}

const notice = createStore<Notice | undefined>(undefined)

/** Shows one sentence at the foot of the page until it is closed or replaced; one with an action, for a while. */
export function say(message: string, action?: Action): void {
  notice.set({ message, action })
}

export function closeNotice(): void {
  notice.set(undefined)
}

/** Closes a notice that is not true any more, if it is still shown. */
export function takeBack(message: string): void {
  if (notice.get()?.message === message) closeNotice()
}

/** Does what the notice offers, if one is shown that offers something. */
export function takeAction(): void {
  const action = notice.get()?.action
  if (action === undefined) return
  closeNotice()
  action.run()
}

export function useNotice(): Notice | undefined {
  return useStore(notice)
}
