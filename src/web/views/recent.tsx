import { useQuery } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import type { ReactElement } from 'react'
import type { NoteSummary } from '../../http/types.ts'
import { queries } from '../queries.ts'
import { periodOf } from '../ui/dates.tsx'
import { Empty } from '../ui/empty.tsx'
import { NewNoteButton } from './new-note-button.tsx'
import { type ListItem, NoteList } from './note-list.tsx'
import { View } from './view.tsx'

export function RecentView(): ReactElement {
  const { data, error } = useQuery(queries.recent())
  return (
    <View title="Recent" error={data ? null : error} isAwaited={data === undefined}>
      {data?.length === 0 && (
        <Empty icon={Clock} action={<NewNoteButton>Write the first note</NewNoteButton>}>
          The notes you write and change will stand here, the latest first.
        </Empty>
      )}
      {data && data.length > 0 && <NoteList label="Recent notes" items={byPeriod(data)} />}
    </View>
  )
}

function byPeriod(notes: readonly NoteSummary[]): ListItem[] {
  return [...Map.groupBy(notes, ({ modified }) => periodOf(modified))].flatMap(([text, inPeriod]): ListItem[] => [
    { kind: 'heading', text },
    ...inPeriod.map((note): ListItem => ({ kind: 'note', note, date: note.modified })),
  ])
}
