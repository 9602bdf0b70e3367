import type { NotePath } from '../../note.ts'
import { MemoryCorpus } from '../memory.ts'
import { outgoingMentions } from '../mentions.ts'
import { passagesOf } from '../prose.ts'

/** A vault of notes, `path without .md → text`. */
export function vault(notes: Readonly<Record<string, string>>): MemoryCorpus {
  return new MemoryCorpus(Object.entries(notes).map(([name, text]) => ({ path: `${name}.md` as NotePath, text })))
}

/** A text with what of it names a note in brackets: `the ⟨pricing tiers⟩ of`. An inflected name is marked `⟨…~⟩`, a folded one `⟨…'⟩`. */
export function marked(corpus: MemoryCorpus, text: string, path?: string): string {
  const asking = { corpus, path: path === undefined ? undefined : (`${path}.md` as NotePath) }
  const mentions = outgoingMentions(text, passagesOf(text), asking).sort((a, b) => a.from - b.from || b.score - a.score)
  let shown = ''
  let at = 0
  for (const { from, to, match } of mentions) {
    if (from < at) continue
    shown += `${text.slice(at, from)}⟨${text.slice(from, to)}${{ exact: '', folded: "'", inflected: '~' }[match]}⟩`
    at = to
  }
  return shown + text.slice(at)
}
