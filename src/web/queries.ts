import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { KindQuery, TaskGrouping } from '../http/types.ts'
import { api, type DecisionQuery, type HubQuery, type Way } from './api.ts'
import type { Asked } from './refactor/task.ts'

const RECENT = 200
/** Hits of a search that are shown at first. */
export const HITS = 60
const HUBS = 200
const NAMES = 40
const OPERATIONS = 200
const TRASH = 500
const UNFOLDED = 500
const VALUES = 12
/** Milliseconds. */
const MINUTE = 60_000
/** Tasks of a group at first: by due date the groups are few. */
const TASKS = { due: 50, other: 6, whole: 1000 }

/** What can be asked of the server, each with its key; used as `useQuery(queries.backlinks(path))`. */
export const queries = {
  vault: () => queryOptions({ queryKey: ['vault'], queryFn: ({ signal }) => api.vault(signal) }),
  folder: (path: string) =>
    queryOptions({ queryKey: ['folder', path], queryFn: ({ signal }) => api.folder(path, signal) }),
  recent: () => queryOptions({ queryKey: ['recent'], queryFn: ({ signal }) => api.recent(RECENT, signal) }),
  note: (path: string) => queryOptions({ queryKey: ['note', path], queryFn: ({ signal }) => api.note(path, signal) }),
  backlinks: (path: string) =>
    queryOptions({ queryKey: ['backlinks', path], queryFn: ({ signal }) => api.backlinks(path, signal) }),
  links: (path: string) =>
    queryOptions({ queryKey: ['links', path], queryFn: ({ signal }) => api.links(path, signal) }),
  passage: (path: string, fragment: string | undefined) =>
    queryOptions({
      queryKey: ['passage', path, fragment],
      queryFn: ({ signal }) => api.passage(path, fragment, signal),
    }),
  block: (path: string, offset: number) =>
    queryOptions({
      queryKey: ['block', path, offset],
      queryFn: ({ signal }) => api.block(path, offset, signal),
    }),
  names: (q: string) =>
    queryOptions({
      queryKey: ['names', q],
      queryFn: ({ signal }) => api.names(q, { limit: NAMES }, signal),
      placeholderData: keepPreviousData,
    }),
  /** Names with what to write between the brackets in one note. */
  targets: (q: string, from: string) =>
    queryOptions({
      queryKey: ['names', q, from],
      queryFn: ({ signal }) => api.names(q, { from, limit: NAMES }, signal),
      placeholderData: keepPreviousData,
    }),
  /** @param limit how many hits are wanted: one more than are shown, so that it is known whether there are more */
  search: (q: string, limit = HITS + 1) =>
    queryOptions({
      queryKey: ['search', q, limit],
      queryFn: ({ signal }) => api.search(q, limit, signal),
      placeholderData: keepPreviousData,
      enabled: q.trim() !== '',
    }),
  searches: () => queryOptions({ queryKey: ['searches'], queryFn: ({ signal }) => api.searches(signal) }),
  templates: () => queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => api.templates(signal) }),
  tags: () => queryOptions({ queryKey: ['tags'], queryFn: ({ signal }) => api.tags(signal) }),
  tagTree: () => queryOptions({ queryKey: ['tag-tree'], queryFn: ({ signal }) => api.tagTree(signal) }),
  folderTree: () => queryOptions({ queryKey: ['folder-tree'], queryFn: ({ signal }) => api.folderTree(signal) }),
  /** What a property is seldom changes, and is asked for with every note. */
  properties: () =>
    queryOptions({ queryKey: ['properties'], queryFn: ({ signal }) => api.properties(signal), staleTime: MINUTE }),
  values: (key: string, q: string, kind: string | undefined) =>
    queryOptions({
      queryKey: ['values', key, q, kind],
      queryFn: ({ signal }) => api.values({ key, q, kind, limit: VALUES }, signal),
      placeholderData: keepPreviousData,
      staleTime: MINUTE,
    }),
  kinds: () => queryOptions({ queryKey: ['kinds'], queryFn: ({ signal }) => api.kinds(signal) }),
  kind: (asked: KindQuery) =>
    queryOptions({
      queryKey: ['kind', asked],
      queryFn: ({ signal }) => api.kind(asked, signal),
      placeholderData: keepPreviousData,
    }),
  tagged: (tag: string) =>
    queryOptions({ queryKey: ['tagged', tag], queryFn: ({ signal }) => api.tagged(tag, signal) }),
  tasks: (by: TaskGrouping, today: string) =>
    queryOptions({
      queryKey: ['tasks', by, today],
      queryFn: ({ signal }) => api.tasks({ by, today, limit: by === 'due' ? TASKS.due : TASKS.other }, signal),
    }),
  taskGroup: (by: TaskGrouping, key: string, today: string) =>
    queryOptions({
      queryKey: ['tasks', by, today, key],
      queryFn: ({ signal }) => api.tasks({ by, today, key, limit: TASKS.whole }, signal),
    }),
  calendar: (month: string) =>
    queryOptions({ queryKey: ['calendar', month], queryFn: ({ signal }) => api.calendar(month, signal) }),
  day: (day: string) => queryOptions({ queryKey: ['day', day], queryFn: ({ signal }) => api.day(day, signal) }),
  today: (today: string) =>
    queryOptions({ queryKey: ['today', today], queryFn: ({ signal }) => api.today(today, signal) }),
  /** The result of a search that stands in a note. */
  live: (source: string, path: string, today: string) =>
    queryOptions({
      queryKey: ['live', source, path, today],
      queryFn: ({ signal }) => api.live({ source, path, today }, signal),
      retry: false,
    }),
  topic: (words: string) =>
    queryOptions({ queryKey: ['topic', words], queryFn: ({ signal }) => api.topic(words, signal) }),
  freshTopic: (path: string) =>
    queryOptions({ queryKey: ['fresh-topic', path], queryFn: ({ signal }) => api.freshTopic(path, signal) }),
  review: (since: string, until: string) =>
    queryOptions({
      queryKey: ['review', since, until],
      queryFn: ({ signal }) => api.review(since, until, signal),
    }),
  hubs: () => queryOptions({ queryKey: ['hubs'], queryFn: ({ signal }) => api.hubs(HUBS, signal) }),
  islands: () => queryOptions({ queryKey: ['islands'], queryFn: ({ signal }) => api.islands(signal) }),
  /** What could link a note without links. */
  island: (path: string) =>
    queryOptions({ queryKey: ['island', path], queryFn: ({ signal }) => api.island(path, signal) }),
  unresolved: () => queryOptions({ queryKey: ['unresolved'], queryFn: ({ signal }) => api.unresolved(signal) }),
  renames: () => queryOptions({ queryKey: ['renames'], queryFn: ({ signal }) => api.renames(signal) }),
  /** What a passage of a note brings to mind. */
  suggest: ({ path, text, offset }: { path: string; text: string; offset: number }) =>
    queryOptions({
      queryKey: ['suggest', path, offset, text],
      queryFn: ({ signal }) => api.suggest({ path, text, offset }, signal),
      placeholderData: (before, query) => (query?.queryKey[1] === path ? before : undefined),
      // Every pause between two words asks anew.
      gcTime: 10_000,
    }),
  /** Who names a note without linking it. */
  mentions: (path: string) =>
    queryOptions({ queryKey: ['mentions', path], queryFn: ({ signal }) => api.mentions(path, signal) }),
  samples: (phrase: string, path: string) =>
    queryOptions({ queryKey: ['samples', phrase, path], queryFn: ({ signal }) => api.samples(phrase, path, signal) }),
  related: (path: string) =>
    queryOptions({ queryKey: ['related', path], queryFn: ({ signal }) => api.related(path, signal) }),
  dismissals: () => queryOptions({ queryKey: ['dismissals'], queryFn: ({ signal }) => api.dismissals(signal) }),
  plan: (asked: Asked) =>
    queryOptions({
      queryKey: ['plan', asked],
      queryFn: ({ signal }) => (asked.kind === 'adopt' ? api.planAdoption(asked, signal) : api.plan(asked, signal)),
      placeholderData: keepPreviousData,
      // A plan is as large as what it changes.
      gcTime: 0,
    }),
  chain: (path: string, way: Way) =>
    queryOptions({ queryKey: ['chain', path, way], queryFn: ({ signal }) => api.chain(path, way, {}, signal) }),
  /** Everything next to one note of a chain. */
  chainNext: (path: string, way: Way) =>
    queryOptions({
      queryKey: ['chain', path, way, 'next'],
      queryFn: ({ signal }) => api.chain(path, way, { depth: 1, width: UNFOLDED }, signal),
    }),
  line: (path: string) => queryOptions({ queryKey: ['line', path], queryFn: ({ signal }) => api.line(path, signal) }),
  paths: (from: string, to: string) =>
    queryOptions({ queryKey: ['paths', from, to], queryFn: ({ signal }) => api.paths(from, to, signal) }),
  outcome: (path: string) =>
    queryOptions({ queryKey: ['outcome', path], queryFn: ({ signal }) => api.outcome(path, signal) }),
  decisions: (asked: DecisionQuery) =>
    queryOptions({
      queryKey: ['decisions', asked],
      queryFn: ({ signal }) => api.decisions(asked, signal),
      placeholderData: keepPreviousData,
    }),
  hubTrends: (query: HubQuery) =>
    queryOptions({
      queryKey: ['hub-trends', query],
      queryFn: ({ signal }) => api.hubTrends(query, signal),
      placeholderData: keepPreviousData,
    }),
  cuts: () => queryOptions({ queryKey: ['cuts'], queryFn: ({ signal }) => api.cuts(signal) }),
  waiting: (target: string) =>
    queryOptions({ queryKey: ['waiting', target], queryFn: ({ signal }) => api.waiting(target, signal) }),
  graph: (path: string | undefined, depth: number) =>
    queryOptions({
      queryKey: ['graph', path, depth],
      queryFn: ({ signal }) => api.graph(path, depth, signal),
      // What was around another note is no picture of this one.
      placeholderData: (before, query) => (query?.queryKey[1] === path ? before : undefined),
    }),
  map: (path: string | undefined) =>
    queryOptions({ queryKey: ['map', path], queryFn: ({ signal }) => api.map(path, signal) }),
  operations: () =>
    queryOptions({ queryKey: ['operations'], queryFn: ({ signal }) => api.operations(OPERATIONS, signal) }),
  versions: (path: string) =>
    queryOptions({ queryKey: ['versions', path], queryFn: ({ signal }) => api.versions(path, signal) }),
  version: (path: string, revision: string) =>
    queryOptions({
      queryKey: ['version', path, revision],
      queryFn: ({ signal }) => api.version(path, revision, signal),
    }),
  settings: () => queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => api.settings(signal) }),
  trash: () => queryOptions({ queryKey: ['trash'], queryFn: ({ signal }) => api.trash(TRASH, signal) }),
}
