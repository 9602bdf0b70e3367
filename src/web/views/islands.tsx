import { useQuery } from '@tanstack/react-query'
import { TreePalm } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import type { IslandSummary } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { dismiss, undismiss } from '../suggest/acts.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { plural } from '../ui/plural.ts'
import { IslandList } from './island-list.tsx'
import { NewNoteButton } from './new-note-button.tsx'
import { View } from './view.tsx'

export function IslandsView(): ReactElement {
  const { data, error } = useQuery(queries.islands())
  const [all, setAll] = useState(false)
  const shown = data?.filter(({ fine }) => all || !fine)
  const hidden = data?.filter(({ fine }) => fine).length ?? 0
  return (
    <View
      title="Islands"
      count={data && data.length - hidden}
      error={data ? null : error}
      isAwaited={data === undefined}
      about={data && data.length > 0 && 'Notes without links either way. Nothing is wrong with them.'}
    >
      {data?.length === 0 && (
        <Empty icon={TreePalm} action={<NewNoteButton>Write a note</NewNoteButton>}>
          Notes without links either way will stand here. There are none now.
        </Empty>
      )}
      {shown && shown.length > 0 && <IslandList notes={shown} onToggle={toggle} />}
      {hidden > 0 && (
        <button type="button" className={controls.quiet} onClick={() => setAll(!all)}>
          {all
            ? 'Hide those that are fine'
            : `Show ${plural(hidden, 'note')} that ${hidden === 1 ? 'is' : 'are'} fine as ${hidden === 1 ? 'it is' : 'they are'}`}
        </button>
      )}
    </View>
  )
}

function toggle({ path, title, fine }: IslandSummary): void {
  const island = { scope: 'island', key: title, path, around: null } as const
  void (fine ? undismiss(island) : dismiss(island, title))
}
