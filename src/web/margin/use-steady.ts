import { type FocusEvent, type PointerEvent, useState } from 'react'

export interface Steady<T> {
  readonly shown: T | undefined
  /** There is something newer that waits until nobody looks. */
  readonly waiting: boolean
  showNewest(): void
  /** For the element that must not move under the reader. */
  readonly watch: {
    onPointerEnter(event: PointerEvent): void
    onPointerLeave(event: PointerEvent): void
    onFocus(event: FocusEvent): void
    onBlur(event: FocusEvent): void
  }
}

/** Keeps what is shown as it is while the pointer or the focus is in it; another `key` is another list and shown at once. */
export function useSteady<T>(key: string, newest: T | undefined): Steady<T> {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [held, setHeld] = useState<{ key: string; value: T | undefined }>({ key, value: newest })
  const holding = (pointed || focused) && held.key === key && held.value !== undefined
  if (!holding && (held.value !== newest || held.key !== key)) setHeld({ key, value: newest })
  const shown = holding ? held.value : newest
  return {
    shown,
    waiting: holding && held.value !== newest,
    showNewest: () => setHeld({ key, value: newest }),
    watch: {
      // A finger does not rest on what it reads.
      onPointerEnter: (event) => setPointed(event.pointerType === 'mouse'),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event) => setFocused(event.currentTarget.contains(event.relatedTarget)),
    },
  }
}
