import type {
  AdoptRequest,
  BacklinkAnswer,
  CalendarAnswer,
  CaptureRequest,
  ChainAnswer,
  CheckRequest,
  CreateRequest,
  CutAnswer,
  DayAnswer,
  DecisionsAnswer,
  DeleteRequest,
  DismissalAnswer,
  ErrorAnswer,
  FolderAnswer,
  FolderNode,
  FreshTopic,
  GraphAnswer,
  HeadingAnswer,
  HistoryAnswer,
  HubAnswer,
  HubTrendAnswer,
  IslandAnswer,
  IslandSummary,
  KeepRequest,
  KeepReviewRequest,
  KindAnswer,
  KindNotesAnswer,
  KindQuery,
  LineStep,
  LinkAnswer,
  LiveAnswer,
  LiveRequest,
  MapAnswer,
  MapRequest,
  MentionAnswer,
  NameAnswer,
  NoteAnswer,
  NoteSummary,
  OpenedRequest,
  OperationAnswer,
  OutcomeAnswer,
  PassageAnswer,
  PathsAnswer,
  PlanAnswer,
  PropertyAnswer,
  ReadingAnswer,
  RefactorAnswer,
  RefactorRequest,
  RelatedAnswer,
  RenamedEvent,
  ResolveAnswer,
  ResolveRequest,
  RestoreRequest,
  ReviewAnswer,
  SampleAnswer,
  SaveAnswer,
  SavedSearchAnswer,
  SaveRequest,
  SearchAnswer,
  Settings,
  SettingsAnswer,
  SuggestAnswer,
  SuggestRequest,
  TagAnswer,
  TagNode,
  TaskGrouping,
  TasksAnswer,
  TemplateAnswer,
  TodayAnswer,
  TopicAnswer,
  TrashAnswer,
  UndoAnswer,
  UndoRequest,
  UnresolvedAnswer,
  ValueAnswer,
  VaultAnswer,
  VersionAnswer,
  WaitingAnswer,
} from '../http/types.ts'

export type Way = 'up' | 'down'

/** Which decisions: so many, of a status (the empty string for none), with words in their title. */
export interface DecisionQuery {
  readonly limit: number
  readonly status: string | undefined
  readonly words: string | undefined
}

/** Which hubs: by periods of so many days, ever or in the current one; of a kind, with a tag. */
export interface HubQuery {
  readonly days: number
  readonly now: 'true' | 'false'
  readonly kind?: string | undefined
  readonly tag?: string | undefined
}

/** The server answered with an error; the message is its sentence for the user. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly kind: ErrorAnswer['kind']
  readonly candidates: readonly string[]
  /** A name that would do in place of the one that was refused. */
  readonly proposal: string | undefined

  constructor(answer: ErrorAnswer) {
    super(answer.message)
    this.kind = answer.kind
    this.candidates = answer.candidates ?? []
    this.proposal = answer.proposal
  }
}

/** The server could not be reached at all. */
export class OfflineError extends Error {
  override name = 'OfflineError'

  constructor(message = 'Notly is not running or cannot be reached. Start it again, then carry on here.') {
    super(message)
  }
}

/** The server is there and lets this browser in no more: until it does, that is as if it were away. */
export class ShutOutError extends OfflineError {
  override name = 'ShutOutError'
}

const SHUT_OUT = 401
/** Milliseconds. */
const LONGEST_SAVE = 20_000

type Values = Readonly<Record<string, string | number | undefined>>

/** One function for each route of `http/types.ts`. Each throws ApiError or OfflineError; a save that was not made is a value. */
export const api = {
  vault: (signal?: AbortSignal) => get<VaultAnswer>('vault', {}, signal),
  folder: (path: string, signal?: AbortSignal) => get<FolderAnswer>('folder', { path }, signal),
  recent: (limit: number, signal?: AbortSignal) => get<NoteSummary[]>('recent', { limit }, signal),
  note: (path: string, signal?: AbortSignal) => get<NoteAnswer>('note', { path }, signal),
  /** @throws OfflineError also when no answer comes: after a sleep a connection may be dead and not know it */
  save: (asked: SaveRequest, keepalive: boolean) =>
    send('PUT', 'note', asked, { keepalive, signal: AbortSignal.timeout(LONGEST_SAVE) }),
  create: (asked: CreateRequest) => send('POST', 'note', asked),
  delete: (asked: DeleteRequest) => send('DELETE', 'note', asked),
  daily: (day?: string) => send('POST', day === undefined ? 'daily' : `daily?day=${day}`, {}),
  calendar: (month: string, signal?: AbortSignal) => get<CalendarAnswer>('calendar', { month }, signal),
  day: (day: string, signal?: AbortSignal) => get<DayAnswer>('day', { day }, signal),
  backlinks: (path: string, signal?: AbortSignal) => get<BacklinkAnswer[]>('backlinks', { path }, signal),
  links: (path: string, signal?: AbortSignal) => get<LinkAnswer[]>('links', { path }, signal),
  headings: (path: string, signal?: AbortSignal) => get<HeadingAnswer[]>('headings', { path }, signal),
  passage: (path: string, fragment: string | undefined, signal?: AbortSignal) =>
    get<PassageAnswer>('passage', { path, fragment }, signal),
  block: (path: string, offset: number, signal?: AbortSignal) => get<PassageAnswer>('block', { path, offset }, signal),
  names: (q: string, options: { from?: string | undefined; limit?: number } = {}, signal?: AbortSignal) =>
    get<NameAnswer[]>('names', { q, ...options }, signal),
  resolve: (asked: ResolveRequest, signal?: AbortSignal) =>
    request<ResolveAnswer[]>('/api/resolve', jsonRequest('POST', asked, signal)),
  search: (q: string, limit: number, signal?: AbortSignal) => get<SearchAnswer[]>('search', { q, limit }, signal),
  searches: (signal?: AbortSignal) => get<SavedSearchAnswer[]>('searches', {}, signal),
  saveSearch: (asked: SavedSearchAnswer) =>
    request<SavedSearchAnswer[]>('/api/save-search', jsonRequest('POST', asked)),
  forgetSearch: (asked: SavedSearchAnswer) =>
    request<SavedSearchAnswer[]>('/api/forget-search', jsonRequest('POST', asked)),
  templates: (signal?: AbortSignal) => get<TemplateAnswer[]>('templates', {}, signal),
  tags: (signal?: AbortSignal) => get<TagAnswer[]>('tags', {}, signal),
  tagTree: (signal?: AbortSignal) => get<TagNode[]>('tag-tree', {}, signal),
  folderTree: (signal?: AbortSignal) => get<FolderNode[]>('folder-tree', {}, signal),
  properties: (signal?: AbortSignal) => get<PropertyAnswer[]>('properties', {}, signal),
  values: (asked: { key: string; q: string; kind: string | undefined; limit: number }, signal?: AbortSignal) =>
    get<ValueAnswer[]>('values', asked, signal),
  kinds: (signal?: AbortSignal) => get<KindAnswer[]>('kinds', {}, signal),
  kind: (asked: KindQuery, signal?: AbortSignal) => get<KindNotesAnswer>('kind', { ...asked }, signal),
  tagged: (tag: string, signal?: AbortSignal) => get<NoteSummary[]>('tagged', { tag }, signal),
  tasks: (asked: { by: TaskGrouping; today: string; limit: number; key?: string }, signal?: AbortSignal) =>
    get<TasksAnswer>('tasks', asked, signal),
  checkTask: (asked: CheckRequest) => send('POST', 'check-task', asked),
  live: (asked: LiveRequest, signal?: AbortSignal) =>
    request<LiveAnswer>('/api/live', jsonRequest('POST', asked, signal)),
  topic: (q: string, signal?: AbortSignal) => get<TopicAnswer>('topic', { q }, signal),
  freshTopic: (path: string, signal?: AbortSignal) => get<FreshTopic | null>('fresh-topic', { path }, signal),
  keepTopic: (asked: KeepRequest) => send('POST', 'keep-topic', asked),
  review: (since: string, until: string, signal?: AbortSignal) => get<ReviewAnswer>('review', { since, until }, signal),
  keepReview: (asked: KeepReviewRequest) => send('POST', 'keep-review', asked),
  today: (today: string, signal?: AbortSignal) => get<TodayAnswer>('today', { today }, signal),
  opened: (asked: OpenedRequest) => request<OpenedRequest>('/api/opened', jsonRequest('POST', asked)),
  capture: (asked: CaptureRequest) => send('POST', 'capture', asked),
  map: (path: string | undefined, signal?: AbortSignal) => get<MapAnswer>('map', { path }, signal),
  keepMap: (asked: MapRequest) => request<MapAnswer>('/api/map', jsonRequest('POST', asked)),
  hubs: (limit: number, signal?: AbortSignal) => get<HubAnswer[]>('hubs', { limit }, signal),
  islands: (signal?: AbortSignal) => get<IslandSummary[]>('islands', {}, signal),
  island: (path: string, signal?: AbortSignal) => get<IslandAnswer>('island', { path }, signal),
  unresolved: (signal?: AbortSignal) => get<UnresolvedAnswer[]>('unresolved', {}, signal),
  chain: (path: string, way: Way, bounds: { depth?: number; width?: number }, signal?: AbortSignal) =>
    get<ChainAnswer>('chain', { path, way, ...bounds }, signal),
  line: (path: string, signal?: AbortSignal) => get<LineStep[]>('line', { path }, signal),
  paths: (from: string, to: string, signal?: AbortSignal) => get<PathsAnswer>('paths', { from, to }, signal),
  outcome: (path: string, signal?: AbortSignal) => get<OutcomeAnswer>('outcome', { path }, signal),
  decisions: (asked: DecisionQuery, signal?: AbortSignal) => get<DecisionsAnswer>('decisions', { ...asked }, signal),
  hubTrends: (query: HubQuery, signal?: AbortSignal) => get<HubTrendAnswer[]>('hub-trends', { ...query }, signal),
  cuts: (signal?: AbortSignal) => get<CutAnswer[]>('cuts', {}, signal),
  waiting: (target: string, signal?: AbortSignal) => get<WaitingAnswer[]>('waiting', { target }, signal),
  graph: (path: string | undefined, depth: number, signal?: AbortSignal) =>
    get<GraphAnswer>('graph', { path, depth }, signal),
  suggest: (asked: SuggestRequest, signal?: AbortSignal) =>
    request<SuggestAnswer>('/api/suggest', jsonRequest('POST', asked, signal)),
  samples: (phrase: string, path: string, signal?: AbortSignal) =>
    get<SampleAnswer[]>('samples', { phrase, path }, signal),
  related: (path: string, signal?: AbortSignal) => get<RelatedAnswer[]>('related', { path }, signal),
  mentions: (path: string, signal?: AbortSignal) => get<MentionAnswer[]>('mentions', { path }, signal),
  dismissals: (signal?: AbortSignal) => get<DismissalAnswer[]>('dismissals', {}, signal),
  dismiss: (asked: DismissalAnswer) => request<DismissalAnswer[]>('/api/dismiss', jsonRequest('POST', asked)),
  undismiss: (asked: DismissalAnswer) => request<DismissalAnswer[]>('/api/undismiss', jsonRequest('POST', asked)),
  plan: (asked: RefactorRequest, signal?: AbortSignal) =>
    request<PlanAnswer>('/api/plan', jsonRequest('POST', asked, signal)),
  refactor: (asked: RefactorRequest) => request<RefactorAnswer>('/api/refactor', jsonRequest('POST', asked)),
  adoptRename: (asked: AdoptRequest) => request<RefactorAnswer>('/api/adopt-rename', jsonRequest('POST', asked)),
  planAdoption: (asked: AdoptRequest, signal?: AbortSignal) =>
    request<PlanAnswer>('/api/plan-adoption', jsonRequest('POST', asked, signal)),
  renames: (signal?: AbortSignal) => get<RenamedEvent[]>('renames', {}, signal),
  dismissRename: (asked: AdoptRequest) => request<RenamedEvent[]>('/api/dismiss-rename', jsonRequest('POST', asked)),
  undo: (asked: UndoRequest) => request<UndoAnswer>('/api/undo', jsonRequest('POST', asked)),
  operations: (limit: number, signal?: AbortSignal) => get<OperationAnswer[]>('operations', { limit }, signal),
  versions: (path: string, signal?: AbortSignal) => get<VersionAnswer[]>('versions', { path }, signal),
  version: (path: string, revision: string, signal?: AbortSignal) =>
    get<HistoryAnswer>('version', { path, revision }, signal),
  restore: (asked: RestoreRequest) => send('POST', 'restore', asked),
  reading: (stop: boolean) => request<ReadingAnswer>('/api/reading', jsonRequest('POST', { stop })),
  settings: (signal?: AbortSignal) => get<SettingsAnswer>('settings', {}, signal),
  changeSettings: (asked: Settings) => request<SettingsAnswer>('/api/settings', jsonRequest('PUT', asked)),
  trash: (limit: number, signal?: AbortSignal) => get<TrashAnswer[]>('trash', { limit }, signal),
}

/** Where the bytes of an attachment are. */
export function fileUrl(path: string): string {
  return `/files/${path.split('/').map(encodeURIComponent).join('/')}`
}

function get<T>(route: string, values: Values, signal?: AbortSignal): Promise<T> {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) if (value !== undefined) query.set(key, String(value))
  const url = query.size > 0 ? `/api/${route}?${query}` : `/api/${route}`
  return request<T>(url, signal ? { signal } : {})
}

function send(method: string, route: string, body: unknown, options: Pick<RequestInit, 'keepalive' | 'signal'> = {}) {
  return request<SaveAnswer>(`/api/${route}`, { ...jsonRequest(method, body), ...options })
}

function jsonRequest(method: string, body: unknown, signal?: AbortSignal): RequestInit {
  return {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    ...(signal ? { signal } : {}),
  }
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'AbortError' ? error : new OfflineError()
  })
  const body: unknown = await response.json().catch(() => undefined)
  // The connection was cut in the midst of the answer.
  if (response.ok && body === undefined) throw new OfflineError()
  // 409 carries a SaveAnswer or a RefactorAnswer: what was not done is an outcome, not an error.
  if (response.ok || isUndone(body)) return body as T
  const answer = errorIn(body, response.status)
  throw response.status === SHUT_OUT ? new ShutOutError(answer.message) : new ApiError(answer)
}

function isUndone(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('saved' in body || 'done' in body)
}

function errorIn(body: unknown, status: number): ErrorAnswer {
  if (typeof body === 'object' && body !== null && 'error' in body) return body.error as ErrorAnswer
  return { kind: 'internal', message: `The server answered with an error (${status}). Try again, or restart Notly.` }
}
