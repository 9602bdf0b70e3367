import { useQuery } from '@tanstack/react-query'
import { TreePalm } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import type { NoteSummary } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { rememberedStore, useStore } from '../store.ts'
import controls from '../ui/controls.module.css'
import { Empty } from '../ui/empty.tsx'
import { plural } from '../ui/plural.ts'
import { IslandList } from './island-list.tsx'
import { NewNoteButton } from './new-note-button.tsx'
import { View } from './view.tsx'

/** Paths, each with the vault before it, of the islands that the reader called fine. */
const fine = rememberedStore<readonly string[]>('islands-fine', [])

export function IslandsView(): ReactElement {
  const { data, error } = useQuery(queries.islands())
  const { data: vault } = useQuery(queries.vault())
  const kept = useStore(fine)
  const [all, setAll] = useState(false)
  const keyOf = ({ path }: NoteSummary) => `${vault?.folder} ${path}`
  const isFine = (note: NoteSummary) => kept.includes(keyOf(note))
  const shown = data?.filter((note) => all || !isFine(note))
  const hidden = data?.filter(isFine).length ?? 0
  const toggle = (note: NoteSummary) => {
    const others = kept.filter((key) => key !== keyOf(note))
    fine.set(others.length === kept.length ? [...kept, keyOf(note)] : others)
  }
  return (
    <View
      title="Islands"
      count={data?.length}
      error={data ? null : error}
      about={data && data.length > 0 && 'Notes without links either way. Nothing is wrong with them.'}
    >
      {data?.length === 0 && (
        <Empty icon={TreePalm} action={<NewNoteButton>Write a note</NewNoteButton>}>
          Notes without links either way will stand here. There are none now.
        </Empty>
      )}
      {shown && shown.length > 0 && <IslandList notes={shown} isFine={isFine} onToggle={toggle} />}
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
