import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { stemOf } from '../core/path.ts'
import { BetweenView, DecisionsView, GraphView } from './chain/later.ts'
import { queryClient } from './client.ts'
import { ActivityView, HistoryView, SettingsView, TrashView } from './history/later.ts'
import { KindView } from './kinds/later.ts'
import { titleOfKind } from './kinds/title.ts'
import { Layout } from './layout/layout.tsx'
import { useRoute } from './navigate.ts'
import { NotePage } from './note/note-page.tsx'
import { ReviewView } from './review/later.ts'
import { TasksView } from './tasks/later.ts'
import { DayView, TodayView } from './today/later.ts'
import { TopicView } from './topic/later.ts'
import { sayWholeDay } from './ui/days.ts'
import { AwaitedView } from './views/awaited-view.tsx'
import { FolderView } from './views/folder.tsx'
import { HomeView } from './views/home.tsx'
import { HubsView } from './views/hubs.tsx'
import { IslandsView } from './views/islands.tsx'
import { LostView } from './views/lost.tsx'
import { RecentView } from './views/recent.tsx'
import { SearchView } from './views/search.tsx'
import { TagsView, TagView } from './views/tags.tsx'
import { UnresolvedView } from './views/unresolved.tsx'

export function App(): ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <Layout>
        <Place />
      </Layout>
    </QueryClientProvider>
  )
}

function Place(): ReactElement | null {
  const route = useRoute()
  switch (route.kind) {
    case 'home':
      return <HomeView />
    case 'note':
      return <NotePage key={route.path} route={route} />
    case 'recent':
      return <RecentView />
    case 'search':
      return <SearchView q={route.q} />
    case 'tags':
      return <TagsView />
    case 'tag':
      return <TagView key={route.tag} tag={route.tag} />
    case 'hubs':
      return <HubsView route={route} />
    case 'unresolved':
      return <UnresolvedView />
    case 'islands':
      return <IslandsView />
    case 'folder':
      return <FolderView key={route.path} path={route.path} />
    case 'history':
      return (
        <HistoryView
          key={route.path}
          path={route.path}
          revision={route.revision}
          fallback={<AwaitedView title={stemOf(route.path)} wide />}
        />
      )
    case 'decisions':
      return <DecisionsView route={route} fallback={<AwaitedView title="Decisions" />} />
    case 'kind':
      return <KindView key={route.name} route={route} fallback={<AwaitedView title={titleOfKind(route.name)} wide />} />
    case 'topic':
      return <TopicView words={route.words} fallback={<AwaitedView title="Topic" wide />} />
    case 'review':
      return <ReviewView since={route.since} fallback={<AwaitedView title="Review" />} />
    case 'day':
      return <DayView day={route.day} fallback={<AwaitedView title={sayWholeDay(route.day)} wide />} />
    case 'today':
      return <TodayView fallback={<AwaitedView title="Today" wide />} />
    case 'tasks':
      return <TasksView by={route.by} fallback={<AwaitedView title="Tasks" />} />
    case 'graph':
      return <GraphView key={route.path} route={route} fallback={<AwaitedView title="Graph" wide />} />
    case 'between':
      return (
        <BetweenView key={route.path} route={route} fallback={<AwaitedView title="How do these hang together?" />} />
      )
    case 'trash':
      return <TrashView fallback={<AwaitedView title="Trash" />} />
    case 'settings':
      return <SettingsView fallback={<AwaitedView title="Settings" />} />
    case 'activity':
      return <ActivityView fallback={<AwaitedView title="Activity" />} />
    default:
      return <LostView />
  }
}
