import { type RefObject, useEffect, useRef } from 'react'

/** For a button that becomes a field: after a key ended the editing, the button gets the focus back. */
export function useFocusBack<T extends HTMLElement>(editing: boolean): { place: RefObject<T | null>; ask(): void } {
  const place = useRef<T>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (editing || !asked.current) return
    asked.current = false
    place.current?.focus()
  }, [editing])
  return {
    place,
    ask: () => {
      asked.current = true
    },
  }
}
