import type { NotePath } from '../../core/note.ts'
import { parseNote } from '../../core/parse.ts'
import { isNotePath } from '../../core/path.ts'
import { type Candidate, compareText, namesOf, resolveKeys } from '../../core/resolve.ts'
import type { Vault } from '../../core/vault.ts'

export interface Meant {
  readonly source: string
  readonly from: number
  readonly to: number
  readonly target: string | null
  readonly ambiguous: boolean
}

/** What each link of a vault means, the slow way: every note parsed, every name in one list, no SQL. */
export async function meantByHand(vault: Vault): Promise<Meant[]> {
  const names: { readonly key: string; readonly candidate: Candidate }[] = []
  const notes: ReturnType<typeof parseNote>[] = []
  for await (const files of vault.list())
    for (const { path } of files) {
      const note = isNotePath(path) ? parseNote(path, (await vault.read(path))?.text ?? '') : undefined
      if (note !== undefined) notes.push(note)
      for (const { key, group } of namesOf(path, note?.title, note?.aliases))
        names.push({ key, candidate: { path, group } })
    }
  const answering = (key: string): Candidate[] =>
    names.filter((name) => name.key === key).map(({ candidate }) => candidate)
  return notes.toSorted((a, b) => compareText(a.path, b.path)).flatMap((note) => meantIn(note, answering))
}

function meantIn({ path, links }: ReturnType<typeof parseNote>, answering: (key: string) => Candidate[]): Meant[] {
  return links.flatMap((link): Meant[] => {
    const choice = resolveKeys(link.keys, path, answering)
    if (choice === undefined && link.form === 'bare') return []
    const isOwn = link.keys.length === 0 && link.target === ''
    return [
      {
        source: path,
        from: link.range.from,
        to: choice?.by.to ?? link.range.to,
        target: choice?.chosen.path ?? (isOwn ? (path as NotePath) : null),
        ambiguous: (choice?.candidates.length ?? 0) > 1,
      },
    ]
  })
}
