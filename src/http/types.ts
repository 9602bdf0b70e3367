/**
 * The HTTP interface as types: what the web app sends and gets. The routes, all JSON:
 *
 *     GET    /api/vault                           VaultAnswer
 *     GET    /api/folder?path=                    FolderAnswer           ('' is the root)
 *     GET    /api/recent?limit=                   NoteSummary[]
 *     GET    /api/note?path=                      NoteAnswer
 *     PUT    /api/note          SaveRequest       SaveAnswer             (409 when not saved)
 *     POST   /api/note          CreateRequest     SaveAnswer             (409 when not created)
 *     DELETE /api/note          DeleteRequest     SaveAnswer             (409 when not deleted)
 *     POST   /api/daily?day=                      SaveAnswer             the note of a day, today unless given, created when missing
 *     GET    /api/backlinks?path=                 BacklinkAnswer[]
 *     GET    /api/links?path=                     LinkAnswer[]
 *     GET    /api/headings?path=                  HeadingAnswer[]
 *     GET    /api/passage?path=&fragment=         PassageAnswer
 *     GET    /api/block?path=&offset=             PassageAnswer          the block around an offset
 *     GET    /api/names?q=&from=&limit=           NameAnswer[]           '' lists recent notes
 *     POST   /api/resolve       ResolveRequest    ResolveAnswer[]
 *     GET    /api/search?q=&limit=                SearchAnswer[]
 *     GET    /api/searches                        SavedSearchAnswer[]    searches that are kept at hand
 *     POST   /api/save-search   SavedSearchAnswer SavedSearchAnswer[]    what is kept now
 *     POST   /api/forget-search SavedSearchAnswer SavedSearchAnswer[]
 *     GET    /api/tags                            TagAnswer[]
 *     GET    /api/tag-tree                        TagNode[]              each before those below it
 *     GET    /api/folder-tree                     FolderNode[]           each before those in it
 *     GET    /api/properties                      PropertyAnswer[]       the most used first
 *     GET    /api/values?key=&q=&kind=&limit=     ValueAnswer[]          of a property, the most used first
 *     GET    /api/kinds                           KindAnswer[]           the most used first
 *     GET    /api/kind?kind=&sort=&find=&status=&limit=  KindNotesAnswer the notes of a kind as a table
 *     GET    /api/tasks?by=&key=&today=&limit=    TasksAnswer            by due, project, tag or note; only the group of a key
 *     POST   /api/check-task    CheckRequest      SaveAnswer             ticks a task in its note, or clears it (409 when not)
 *     GET    /api/templates                       TemplateAnswer[]       what a new note can start from: templates, then kinds without one
 *     GET    /api/calendar?month=                 CalendarAnswer         the days of a month on which notes were written
 *     GET    /api/day?day=                        DayAnswer              what was written and linked on a day
 *     POST   /api/live          LiveRequest       LiveAnswer             the result of a search that stands in a note
 *     GET    /api/topic?q=                        TopicAnswer            everything that the vault knows about a topic
 *     GET    /api/fresh-topic?path=               FreshTopic or null     what is new since a dossier was kept in that note
 *     POST   /api/keep-topic    KeepRequest       SaveAnswer             as a note; one that was kept gets what is new (409 when not)
 *     GET    /api/review?since=&until=            ReviewAnswer           what happened in a period, and what waits
 *     POST   /api/keep-review   KeepReviewRequest SaveAnswer             as a note (409 when not)
 *     GET    /api/today?today=                    TodayAnswer            what a day begins with
 *     POST   /api/opened        OpenedRequest     OpenedRequest          somebody looks at a note
 *     POST   /api/capture       CaptureRequest    SaveAnswer             a thought for the end of today's note (409 when not)
 *     GET    /api/tagged?tag=                     NoteSummary[]
 *     GET    /api/hubs?limit=                     HubAnswer[]
 *     GET    /api/islands                         IslandSummary[]
 *     GET    /api/island?path=                    IslandAnswer           the likeliest place that would link it
 *     GET    /api/unresolved                      UnresolvedAnswer[]
 *     GET    /api/chain?path=&way=&depth=&width=  ChainAnswer            way is up or down
 *     GET    /api/line?path=&way=                 LineStep[]             the best single chain
 *     GET    /api/paths?from=&to=                 PathsAnswer            how two notes hang together
 *     GET    /api/outcome?path=                   OutcomeAnswer          what came of a note
 *     GET    /api/decisions?limit=&status=&words= DecisionsAnswer        newest first
 *     GET    /api/hub-trends?days=&now=&kind=&tag=&limit=  HubTrendAnswer[]
 *     GET    /api/cuts?limit=                     CutAnswer[]            what holds the vault together
 *     GET    /api/waiting?target=&limit=          WaitingAnswer[]        the sentences that wait for a name
 *     GET    /api/graph?path=&depth=&most=        GraphAnswer            around a note, or the whole vault
 *     GET    /api/map?path=                       MapAnswer              where the notes of a picture were left
 *     POST   /api/map           MapRequest        MapAnswer              keeps where they are
 *     GET    /api/mentions?path=&direction=       MentionAnswer[]        `incoming` or `outgoing`: names in plain words
 *     GET    /api/related?path=&limit=            RelatedAnswer[]        best first
 *     GET    /api/samples?phrase=&path=&limit=    SampleAnswer[]         sentences of other notes, the oldest note first
 *     POST   /api/suggest       SuggestRequest    SuggestAnswer          what a passage brings to mind
 *     GET    /api/dismissals                      DismissalAnswer[]
 *     POST   /api/dismiss       DismissalAnswer   DismissalAnswer[]      what is dismissed now
 *     POST   /api/undismiss     DismissalAnswer   DismissalAnswer[]
 *     POST   /api/plan          RefactorRequest   PlanAnswer             what an operation on many notes would change
 *     POST   /api/refactor      RefactorRequest   RefactorAnswer         (409 when not done)
 *     POST   /api/adopt-rename  AdoptRequest      RefactorAnswer         links follow what another program renamed (409 when not)
 *     POST   /api/plan-adoption  AdoptRequest     PlanAnswer             what that would change
 *     GET    /api/renames                         RenamedEvent[]         what other programs renamed and nobody has answered, oldest first
 *     POST   /api/dismiss-rename AdoptRequest     RenamedEvent[]         links stay as they are; what is still offered
 *     POST   /api/undo          UndoRequest       UndoAnswer             the last operation when no id is given
 *     GET    /api/operations?limit=               OperationAnswer[]      newest first
 *     GET    /api/versions?path=                  VersionAnswer[]        newest first
 *     GET    /api/version?path=&revision=         HistoryAnswer
 *     POST   /api/restore       RestoreRequest    SaveAnswer             (409 when not restored)
 *     POST   /api/reading       ReadingRequest    ReadingAnswer          stops the reading of many notes, or goes on with it
 *     GET    /api/settings                        SettingsAnswer
 *     PUT    /api/settings      Settings          SettingsAnswer         narrower bounds let go of the oldest texts
 *     GET    /api/trash?limit=                    TrashAnswer[]          newest first
 *     GET    /api/events                          server-sent events: `change` ChangeEvent, `progress` ProgressEvent, `renamed` RenamedEvent, `trouble` TroubleEvent
 *     GET    /files/<path>                        an attachment's bytes
 *     GET    /api/openapi.json                    this, as OpenAPI
 *
 * An error is `{ error: ErrorAnswer }` with a 4xx or 5xx status.
 */
export type * from '../core/answers.ts'
export type * from '../core/chain/answers.ts'
export type * from '../core/live/answers.ts'
export type * from '../core/review/answers.ts'
export type * from '../core/tasks/answers.ts'
export type * from '../core/templates/answers.ts'
export type * from '../core/today/answers.ts'
export type * from '../core/topic/answers.ts'

export interface SaveRequest {
  readonly path: string
  readonly text: string
  readonly base: string
}

export interface CreateRequest {
  readonly title: string
  readonly folder?: string
  readonly kind?: string
  /** A note's name or path. */
  readonly template?: string
  readonly text?: string
}

export interface DeleteRequest {
  readonly path: string
  readonly base: string
}

export interface ResolveRequest {
  /** The note that the links stand in. */
  readonly path: string
  /** For each link its keys in order of preference, as `core` gives them. */
  readonly links: readonly { readonly keys: readonly { readonly key: string; readonly to: number }[] }[]
}

/** As a `renamed` event or `/api/renames` offered it. */
export interface AdoptRequest {
  readonly from: string
  readonly to: string
}

export interface KeepRequest {
  readonly topic: string
  /** The day where the reader is, as an ISO date. */
  readonly today: string
  /** The note that has the dossier, when there are several. */
  readonly path?: string | undefined
}

export interface KeepReviewRequest {
  readonly since: string
  /** ISO day. */
  readonly until: string
}

export interface ReadingRequest {
  readonly stop: boolean
}

export interface ReadingAnswer {
  readonly stopped: boolean
}

export interface UndoRequest {
  readonly id?: number
}

export interface RestoreRequest {
  readonly path: string
  /** One of the note's earlier texts. */
  readonly revision: string
  /** Another path for it, which must be free. */
  readonly to?: string
}

export interface ErrorAnswer {
  readonly kind: 'not-found' | 'ambiguous' | 'invalid' | 'refused' | 'internal'
  /** One plain sentence that says what to do. */
  readonly message: string
  readonly candidates?: readonly string[]
  /** A name that would do in place of the one that was refused. */
  readonly proposal?: string
}
