import { useSyncExternalStore } from 'react'

/** A value outside React that components may follow. */
export interface Store<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

/** A store whose value outlives the page, in this browser. Values must survive JSON. */
export function rememberedStore<T>(key: string, initial: T): Store<T> {
  const store = createStore(recall(`notly.${key}`, initial))
  return {
    ...store,
    set(value) {
      store.set(value)
      keep(`notly.${key}`, value)
    },
  }
}

function recall<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key)
    return text === null ? initial : (JSON.parse(text) as T)
  } catch {
    // Storage may be closed to us, or hold something that is not ours: the app works without it.
    return initial
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // As above.
  }
}
