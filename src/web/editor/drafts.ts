/** Text that the server does not have yet, kept in this browser so that a reload or a crash does not lose it. */
export interface Draft {
  /** Normalised text as it stood in the editor. */
  readonly text: string
  /** The raw text that the draft grew out of. */
  readonly base: string
  readonly revision: string
}

export interface DraftStore {
  get(path: string): Draft | undefined
  set(path: string, draft: Draft): void
  remove(path: string): void
}

/** @param vault tells vaults apart that were served from the same address one after the other */
export function draftsIn(storage: Storage, vault: string): DraftStore {
  const key = (path: string): string => `notly.draft:${vault}:${path}`
  // What does not fit into the storage lives at least as long as the page.
  const overflow = new Map<string, Draft>()
  return {
    get: (path) => overflow.get(path) ?? readDraft(storage.getItem(key(path))),
    set(path, draft) {
      try {
        storage.setItem(key(path), JSON.stringify(draft))
        overflow.delete(path)
      } catch {
        overflow.set(path, draft)
      }
    },
    remove(path) {
      overflow.delete(path)
      storage.removeItem(key(path))
    },
  }
}

function readDraft(json: string | null): Draft | undefined {
  if (json === null) return undefined
  try {
    const draft = JSON.parse(json) as Partial<Draft>
    const { text, base, revision } = draft
    if (typeof text !== 'string' || typeof base !== 'string' || typeof revision !== 'string') return undefined
    return { text, base, revision }
  } catch {
    return undefined
  }
}
