import type { PlanAnswer } from '../../http/types.ts'
import { changedLines, type LineChange } from './patch-lines.ts'
import { sayPlace } from './said.ts'

/** A row of the preview: a note, or a line of it that changes. */
export type PreviewRow =
  | { readonly kind: 'note'; readonly path: string; readonly fate: string | undefined; readonly isNew: boolean }
  | { readonly kind: 'line'; readonly change: LineChange }

/** @param first path of the note that it is all about, which comes first */
export function previewRows({ changes }: PlanAnswer, first?: string): PreviewRow[] {
  const sorted = [...changes].sort((a, b) => Number(b.path === first) - Number(a.path === first))
  return sorted.flatMap(({ path, to, patch }): PreviewRow[] => {
    const isNew = /^new file mode/m.test(patch.slice(0, patch.search(/^@@ /m)))
    // Where a note goes, all of its lines would; lines without words say nothing.
    const lines =
      to === null ? [] : changedLines(patch).filter(({ old, young }) => `${old ?? ''}${young ?? ''}`.trim() !== '')
    return [
      { kind: 'note', path, fate: sayPlace(path, to), isNew },
      ...lines.map((change): PreviewRow => ({ kind: 'line', change })),
    ]
  })
}
