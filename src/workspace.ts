import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type {
  BacklinkAnswer,
  ChangeEvent,
  ConceptAnswer,
  DismissalAnswer,
  FolderAnswer,
  FolderNode,
  HeadingAnswer,
  HistoryAnswer,
  HubAnswer,
  IndexSummary,
  IslandSummary,
  KindAnswer,
  KindNotesAnswer,
  KindQuery,
  LinkAnswer,
  MentionAnswer,
  NameAnswer,
  NoteAnswer,
  NoteSummary,
  OperationAnswer,
  PassageAnswer,
  PlanAnswer,
  ProblemAnswer,
  ProgressEvent,
  PropertyAnswer,
  RefactorAnswer,
  RefactorRequest,
  RelatedAnswer,
  RenamedEvent,
  ResolveAnswer,
  SampleAnswer,
  SaveAnswer,
  SavedSearchAnswer,
  SearchAnswer,
  Settings,
  SettingsAnswer,
  SuggestAnswer,
  SuggestRequest,
  TagAnswer,
  TagNode,
  TrashAnswer,
  UndoAnswer,
  UnresolvedAnswer,
  ValueAnswer,
  VaultAnswer,
  VersionAnswer,
} from './core/answers.ts'
import type {
  ChainAnswer,
  CutAnswer,
  DecisionsAnswer,
  GraphAnswer,
  HubTrendAnswer,
  LineStep,
  MapAnswer,
  OutcomeAnswer,
  PathsAnswer,
  WaitingAnswer,
} from './core/chain/answers.ts'
import type { Way } from './core/chain/steps.ts'
import type { TreeBounds } from './core/chain/tree.ts'
import { DAY, dayOfTime } from './core/days.ts'
import { UserError } from './core/errors.ts'
import type { LiveAnswer, LiveRequest } from './core/live/answers.ts'
import { parseLive } from './core/live/parse.ts'
import type { Note, NotePath, Range, Revision } from './core/note.ts'
import { parseNote } from './core/parse.ts'
import { isNotePath, isSafePath, notePath } from './core/path.ts'
import type { ReviewAnswer } from './core/review/answers.ts'
import type { CheckRequest, TaskFilter, TaskItem, TasksAnswer } from './core/tasks/answers.ts'
import type { TemplateAnswer } from './core/templates/answers.ts'
import { DECISION_TEMPLATE } from './core/templates/decision.ts'
import type { CalendarAnswer, DayAnswer, TodayAnswer } from './core/today/answers.ts'
import type { FreshTopic, TopicAnswer } from './core/topic/answers.ts'
import { freshOf } from './core/topic/keep.ts'
import type { Edit, Source, Vault } from './core/vault.ts'
import { History } from './history/history.ts'
import { backlinksOf } from './index/backlinks.ts'
import { calendarOf } from './index/calendar.ts'
import { chainOf, lineOf, pathsOf } from './index/chains.ts'
import { check } from './index/check.ts'
import { cutsOf, type HubQuery, hubTrends } from './index/connections.ts'
import type { Database } from './index/database.ts'
import { dateOf, isoTime, readDate } from './index/dates.ts'
import { type DecisionsAsked, decisionsOf, outcomeOf } from './index/decisions.ts'
import { folderTree } from './index/folders.ts'
import { LONG } from './index/forgotten.ts'
import { prepareGraph } from './index/graph/graph.ts'
import { type GraphQuery, graphView } from './index/graph-view.ts'
import type { Index } from './index/index.ts'
import { kindsOf, notesOfKind } from './index/kinds.ts'
import { linksOf, linksOfAll, resolveWritten, type WrittenLink } from './index/links.ts'
import { answerLive } from './index/live.ts'
import { countAll, hubs, islands, unresolved, waitingFor } from './index/overview.ts'
import { propertiesOf, type ValueQuery, valuesOf } from './index/properties.ts'
import { askingOf } from './index/search/asking.ts'
import { folderAt, headingsOf, modifiedOf, notesTagged, recentNotes, summaryOf } from './index/summaries.ts'
import { allTags, tagTree } from './index/tags.ts'
import { type GroupQuery, taskGroups } from './index/task-groups.ts'
import { tasksWhere } from './index/tasks.ts'
import { templateFor, templatesIn } from './index/templates.ts'
import { keepYoungSmall } from './index/young.ts'
import { isRenamed, prepareAdoption } from './workspace/adopting.ts'
import { Changes } from './workspace/changes.ts'
import { checkEdit } from './workspace/checking.ts'
import { type NewNote, place, saveAnswer, type Template, textOf } from './workspace/creating.ts'
import { dayOf } from './workspace/day-book.ts'
import type { DismissalStore } from './workspace/dismissing.ts'
import { dailyPath, findNote, type NoteRef } from './workspace/finding.ts'
import { Following, type OnTrouble } from './workspace/following.ts'
import { keepEdit, keepReviewEdit } from './workspace/keeping.ts'
import { topicKeptIn } from './workspace/kept-topics.ts'
import { LateWriting } from './workspace/late-writing.ts'
import type { LinkSources } from './workspace/link-history.ts'
import { keptLinksOf, LinkKeeping } from './workspace/link-keeping.ts'
import { Maps } from './workspace/maps.ts'
import { notesFound } from './workspace/notes-found.ts'
import { Noticing } from './workspace/noticing.ts'
import { Opened } from './workspace/opened.ts'
import { Operations } from './workspace/operations.ts'
import { blockAround, rangeOfFragment, readablePart } from './workspace/passages.ts'
import { Picker } from './workspace/picker.ts'
import { planAnswer, Refactoring } from './workspace/refactoring.ts'
import { periodOf, reviewOf } from './workspace/reviewing.ts'
import { SavedSearches } from './workspace/saved-searches.ts'
import { Searching } from './workspace/searching.ts'
import { SettingsFile } from './workspace/settings.ts'
import { SoFar } from './workspace/so-far.ts'
import { Suggesting } from './workspace/suggesting.ts'
import { Syncing } from './workspace/syncing.ts'
import { tasksOf } from './workspace/tasks-of.ts'
import { captureEdit, todayOf } from './workspace/todays.ts'
import { topicOf } from './workspace/topics.ts'

export interface WorkspaceOptions {
  /** Where the vault is, for people to read. */
  readonly folder?: string
  readonly now?: () => Date
  /** Where replaced texts are kept; in memory, and so lost in the end, when undefined. */
  readonly history?: History
  /** What the user chose for the vault; not kept when undefined. */
  readonly settings?: SettingsFile
  /** Where dismissed suggestions are kept; in memory when undefined. */
  readonly dismissals?: DismissalStore
  /** Where saved searches are kept; in memory when undefined. */
  readonly searches?: DismissalStore
  /** Where it is kept when notes were opened; in memory when undefined. */
  readonly opened?: DismissalStore
  /** Where the places of notes in pictures are kept; not kept when undefined. */
  readonly maps?: DismissalStore
}

/** Milliseconds between comparisons of everything while the vault is watched, whatever its hints have told. */
const COMPARE_EVERY = 15 * 60_000
/** How long reading ahead lets a comparison go first. Milliseconds. */
const SETTLING = 2000
/** As much of a chain as a reader takes in; more is unfolded. */
const CHAIN: TreeBounds = { depth: 4, width: 12, most: 200 }
const LINE = 4
/** The kind whose template today's note is made from. */
const DAILY = 'daily'

/** A vault and its index, open: every use case, one method each. Paths that it is given are safe or refused. */
export class Workspace {
  readonly #vault: Vault
  readonly #index: Index
  readonly #options: WorkspaceOptions
  readonly #picker: Picker
  readonly #changes: Changes
  readonly #syncing: Syncing
  readonly #following = new Following((paths) => this.#syncing.hint(paths))
  readonly #history: History
  readonly #settings: SettingsFile
  readonly #operations: Operations
  readonly #refactoring: Refactoring
  readonly #noticing: Noticing
  readonly #linkKeeping: LinkKeeping
  readonly #lateWriting: LateWriting
  readonly #suggesting: Suggesting
  readonly #searching: Searching
  readonly #searches: SavedSearches
  readonly #opened: Opened
  readonly #maps: Maps
  readonly #soFar = new SoFar(() => this.#index.snapshot())
  #watcher: AsyncDisposable | undefined
  #comparing: NodeJS.Timeout | undefined
  #warmUp: NodeJS.Timeout | undefined
  #warm: Promise<void> | undefined

  private constructor(vault: Vault, index: Index, options: WorkspaceOptions) {
    this.#vault = vault
    this.#index = index
    this.#options = options
    this.#picker = new Picker(() => index.db)
    this.#suggesting = new Suggesting(
      vault,
      () => index.db,
      () => options.now?.() ?? new Date(),
      { dismissals: options.dismissals, wasOpened: () => this.#openedOfLate(this.today()) },
    )
    this.#opened = new Opened(options.opened)
    this.#maps = new Maps(options.maps)
    this.#searches = new SavedSearches(options.searches)
    this.#searching = new Searching(
      vault,
      () => index.db,
      () => this.today(),
    )
    this.#changes = new Changes(index)
    this.#history = options.history ?? History.open(':memory:')
    this.#settings = options.settings ?? new SettingsFile()
    this.#noticing = new Noticing(
      vault,
      this.#history,
      {
        revisionOf: (path) => index.db.first<[Revision]>('SELECT revision FROM file WHERE path = ?', path)?.[0],
        linksOf: (path) => keptLinksOf(index.db, path),
      },
      {
        linksOf: async (renaming) => (await prepareAdoption(index.db, vault, renaming)).plan.links,
        stands: (renaming) => isRenamed(index.db, renaming),
      },
    )
    this.#linkKeeping = new LinkKeeping(this.#history, () => index.db)
    this.#syncing = new Syncing(
      vault,
      index,
      this.#changes,
      (paths) => {
        this.#picker.refresh(paths)
        this.#suggesting.refresh(paths)
        if (this.#watcher === undefined) return
        this.#linkKeeping.soon()
        this.#lateWriting.soon()
      },
      this.#noticing,
    )
    this.#operations = new Operations(vault, this.#history, this.#noticing, this.#syncing, (moves) =>
      this.#follow(moves),
    )
    this.#lateWriting = new LateWriting(vault, this.#history, this.#operations)
    this.#refactoring = new Refactoring(
      vault,
      () => this.#index.db,
      (progress) => this.#syncing.tell(progress),
      () => this.#suggesting.corpus(),
      () => this.today(),
    )
  }

  /** Does not compare the index with the vault by itself: see `sync`. */
  static async open(vault: Vault, index: Index, options: WorkspaceOptions = {}): Promise<Workspace> {
    return new Workspace(vault, index, options)
  }

  async close(): Promise<void> {
    clearInterval(this.#comparing)
    this.#following.stop()
    clearTimeout(this.#warmUp)
    this.#linkKeeping.stop()
    this.#lateWriting.stop()
    await this.#watcher?.[Symbol.asyncDispose]()
    this.#syncing.stopReading()
    await this.#syncing.settle()
    await this.#noticing.close()
    this.#soFar.close()
    this.#index.close()
    this.#history.close()
  }

  /**
   * @param signal stops it; what was read by then stays, and the next sync goes on from there
   * @throws {VaultError} when the vault cannot be read; the index stays as it was. The signal's reason when it was stopped.
   */
  async sync(onProgress?: (progress: ProgressEvent) => void, signal?: AbortSignal): Promise<IndexSummary> {
    return this.#summarise(() => this.#syncing.run(undefined, onProgress, signal))
  }

  /** Like `sync`, without counting: that takes a look at every link. */
  async refresh(onProgress?: (progress: ProgressEvent) => void, signal?: AbortSignal): Promise<void> {
    await this.#syncing.run(undefined, onProgress, signal)
    await this.#takeLeft()
  }

  /** Like `refresh`, while others ask: what is read by then is found as soon as ever. */
  async refreshInUse(): Promise<void> {
    keepYoungSmall()
    this.#index.isAsked = true
    await this.#syncing.run(undefined)
    await this.#takeLeft()
  }

  /** What a Notly before has left to be looked at; what cannot be now stays. */
  async #takeLeft(): Promise<void> {
    await this.#lateWriting.take().catch(() => false)
  }

  async rebuild(onProgress?: (progress: ProgressEvent) => void, signal?: AbortSignal): Promise<IndexSummary> {
    return this.#summarise(() => this.#syncing.rebuild(onProgress, signal))
  }

  /**
   * Takes in what other programs wrote into files that had just been replaced.
   * @param now milliseconds since 1970; what was replaced within half a minute before is left for another time
   */
  async takeLate(now?: number): Promise<void> {
    await this.#lateWriting.take(now)
  }

  /** Follows what other programs do to the vault, until closed. */
  async watch(): Promise<void> {
    keepYoungSmall()
    const follow = (paths: readonly NotePath[] | undefined) => void this.#following.follow(paths)
    this.#watcher ??= await this.#vault.watch(follow)
    // The first key in the picker should be as quick as the next, and the first chain.
    this.#warm ??= new Promise((resolve) => {
      // What cannot be read ahead is read when it is asked for, and says then what is wrong.
      this.#warmUp = setTimeout(() => resolve(this.#readAhead().catch(() => {})), 50).unref()
    })
    this.#comparing ??= setInterval(() => follow(undefined), COMPARE_EVERY).unref()
  }

  /** Resolves when what the first suggestions need has been read, in pauses: who waits for it holds nobody up, who asks before does. */
  whenWarm(): Promise<void> {
    return this.#warm ?? Promise.resolve()
  }

  async #readAhead(): Promise<void> {
    this.#db.keepLess()
    // What is being compared makes what is read before it old, unless it takes long.
    await Promise.race([this.#syncing.settle(), pause(SETTLING, undefined, { ref: false })])
    await this.#picker.warmUp()
    await prepareGraph(this.#db)
    await this.#suggesting.prepare()
  }

  /** Tells in a sentence when the vault cannot be followed, such as when its disk is pulled out, and `undefined` when it can again. */
  onTrouble(listener: OnTrouble): () => void {
    return this.#following.onTrouble(listener)
  }

  /** The sentence that was told last; undefined when the vault can be followed. */
  trouble(): string | undefined {
    return this.#following.trouble
  }

  onChange(listener: (event: ChangeEvent) => void): () => void {
    return this.#changes.listen(listener)
  }

  onProgress(listener: (event: ProgressEvent) => void): () => void {
    return this.#syncing.onProgress(listener)
  }

  /** How far the reading of many notes is, or where it was stopped; undefined when all are read. */
  reading(): ProgressEvent | undefined {
    return this.#syncing.reading
  }

  /** Whether many notes have changed that are not taken in yet. */
  isBehind(): boolean {
    return this.#syncing.isBehind
  }

  /** What was read by then stays, and nothing more is read before `readOn`. */
  stopReading(): void {
    this.#syncing.stopReading()
  }

  readOn(): void {
    this.#syncing.readOn()
  }

  /** Another program renamed something that links still call by its old name; `adoptRename` makes them follow. */
  onRenamed(listener: (event: RenamedEvent) => void): () => void {
    return this.#noticing.offers.listen(listener)
  }

  /** Whether nothing is known of the notes yet: then there is nothing to show before they are read. */
  isNew(): boolean {
    return this.#db.first('SELECT 1 FROM file LIMIT 1') === undefined
  }

  about(): VaultAnswer {
    const folder = this.#options.folder ?? ''
    const [notes = 0] = this.#db.first<[number]>('SELECT count(*) FROM file WHERE is_note = 1') ?? []
    return { name: basename(folder), folder, notes, version: this.#changes.version }
  }

  /** @throws {UserError} when no note or several have the name. */
  find(name: string): NoteRef {
    return findNote(this.#db, this.#picker, name)
  }

  /** Every link, or those of one note, by position. */
  links(path?: NotePath): Iterable<LinkAnswer> {
    return path === undefined ? linksOfAll(this.#db) : linksOf(this.#db, path)
  }

  backlinks(path: NotePath): BacklinkAnswer[] {
    return backlinksOf(this.#db, path)
  }

  /** What a note rests on, or what follows from it, as a tree. @throws {UserError} when there is no such note. */
  chain(path: NotePath, way: Way, bounds: Partial<TreeBounds> = {}): ChainAnswer {
    return known(path, chainOf(this.#db, path, way, { ...CHAIN, ...bounds }))
  }

  /** The best single chain of a note, the nearest first. @throws {UserError} when there is no such note. */
  line(path: NotePath, way: Way): LineStep[] {
    return known(path, lineOf(this.#db, path, way, LINE))
  }

  /** How two notes hang together, the best paths first. @throws {UserError} when one of them is not there. */
  paths(from: NotePath, to: NotePath, most = 4): PathsAnswer {
    return known(from, pathsOf(this.#db, from, known(to, summaryOf(this.#db, to)).path as NotePath, most))
  }

  /** What came of a note, with the words of the tasks. @throws {UserError} when there is no such note. */
  async outcome(path: NotePath): Promise<OutcomeAnswer> {
    const answer = known(path, outcomeOf(this.#db, path))
    return { ...answer, tasks: await tasksOf(this.#vault, answer) }
  }

  decisions(asked: DecisionsAsked): DecisionsAnswer {
    return decisionsOf(this.#db, asked)
  }

  hubTrends(query: Omit<HubQuery, 'now'>): HubTrendAnswer[] {
    return hubTrends(this.#db, { ...query, now: (this.#options.now?.() ?? new Date()).getTime() })
  }

  /** The notes without which others would fall apart. */
  cuts(limit = 50): CutAnswer[] {
    return cutsOf(this.#db, limit)
  }

  /** The sentences that wait for a name that no note has. */
  waiting(target: string, limit = 50): WaitingAnswer[] {
    return waitingFor(this.#db, target, limit)
  }

  /** Notes and links for a picture. @throws {UserError} when there is no such note. */
  graph(query: GraphQuery): GraphAnswer {
    return known(query.around ?? notePath(''), graphView(this.#db, query))
  }

  /** Where the notes of a picture were left. @param around the note in its middle; null for the whole vault */
  map(around: NotePath | null): MapAnswer {
    return this.#maps.of(around)
  }

  /** @throws {UserError} when there are not two numbers for each note */
  keepMap(around: NotePath | null, map: MapAnswer): void {
    if (map.places.length !== map.path.length * 2)
      throw new UserError('invalid', 'A map has two numbers for each of its notes.')
    this.#maps.keep(around, map)
  }

  hubs(limit = 50, db = this.#db): HubAnswer[] {
    return hubs(db, limit)
  }

  /** Notes without links, and whether somebody said that they are fine so. */
  islands(db = this.#db): IslandSummary[] {
    const said = this.#suggesting.dismissing.now
    return islands(db).map((note) => ({ ...note, fine: said.isFineIsland(notePath(note.path)) }))
  }

  /** The likeliest place in plain words that would link a note. @throws {UserError} when there is no such note */
  async islandMention(path: NotePath): Promise<MentionAnswer | undefined> {
    return this.#suggesting.surest(await this.#given(path))
  }

  unresolved(db = this.#db): UnresolvedAnswer[] {
    return unresolved(db)
  }

  /** What to ask about all notes and links: the index, or while many notes are read, how it was a moment ago. */
  async whole(): Promise<Database> {
    const isBeingRead = this.reading()?.reading?.stopped === false
    if (isBeingRead) return (await this.#soFar.look()) ?? this.#db
    this.#soFar.close()
    return this.#db
  }

  tags(): TagAnswer[] {
    return allTags(this.#db)
  }

  /** Every tag and every tag above one, each before those below it. */
  tagTree(): TagNode[] {
    return tagTree(this.#db)
  }

  /** Every folder with notes in it or below it, each before those in it. */
  folderTree(): FolderNode[] {
    return folderTree(this.#db)
  }

  /** What notes say of themselves, the most used first. */
  properties(): readonly PropertyAnswer[] {
    return propertiesOf(this.#db)
  }

  propertyValues(query: ValueQuery): ValueAnswer[] {
    return valuesOf(this.#db, query)
  }

  /** The kinds that notes have, the most used first. */
  kinds(): KindAnswer[] {
    return kindsOf(this.#db)
  }

  notesOfKind(query: KindQuery): KindNotesAnswer {
    return notesOfKind(this.#db, query)
  }

  tagged(tag: string): NoteSummary[] {
    return notesTagged(this.#db, tag)
  }

  /** Tasks in groups, the open ones; `today` is the day where the reader is. */
  taskGroups(query: Omit<GroupQuery, 'today'> & { readonly today?: string | undefined }): TasksAnswer {
    return taskGroups(this.#db, { ...query, today: query.today ?? this.today() })
  }

  /** The open tasks before the done ones, by due date. */
  tasks(filter: TaskFilter, limit: number): TaskItem[] {
    return tasksWhere(this.#db, filter, limit)
  }

  /**
   * Ticks a task in its note, or clears it.
   * @throws {UserError} when the note does not have the task any more, or must not be written
   */
  async checkTask(asked: CheckRequest): Promise<SaveAnswer> {
    const path = notePath(asked.path)
    for (let attempt = 0; ; attempt++) {
      const source = await this.#source(path)
      const edit = checkEdit(source, asked)
      if (edit === undefined) return { saved: true, path, revision: source.revision }
      const answer = await this.#apply(edit)
      // Somebody wrote the note between reading and writing: what they wrote stays, and the task is looked for in it.
      if (answer.saved || answer.reason !== 'conflict' || attempt === 2) return answer
    }
  }

  /**
   * Everything that the vault knows about a topic.
   * @param keptIn the note that has it, when there are several
   * @throws {UserError} when no word is given, or it takes too long to find
   */
  async topic(words: string, keptIn?: NotePath): Promise<TopicAnswer> {
    const topic = words.replace(/\s+/g, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(topic)) throw new UserError('invalid', 'A topic needs a word; type one or two.')
    await this.#noticing.flush().catch(() => {})
    return topicOf(topic, {
      vault: this.#vault,
      db: this.#db,
      corpus: this.#suggesting.corpus(),
      wasOpened: this.#openedBefore(this.today()),
      changedAt: (path) => Math.max(modifiedOf(this.#db, path), this.#history.lastHeardOf(path)),
      keptIn,
    })
  }

  /** What is new since a dossier was kept in a note; null when the note is no dossier. @throws {UserError} as `topic` does */
  async freshTopic(path: NotePath): Promise<FreshTopic | null> {
    const topic = topicKeptIn(this.#db, path)
    return topic === undefined ? null : freshOf(await this.topic(topic, path))
  }

  /**
   * Keeps a dossier as a note; one that was kept gets what is new.
   * @param into the note that has it, when there are several
   * @throws {UserError} as `topic` does
   */
  async keepTopic(words: string, today = this.today(), into?: NotePath): Promise<SaveAnswer> {
    const answer = await this.topic(words, into)
    const kept = answer.kept === null ? undefined : await this.#source(notePath(answer.kept.path))
    const edit = keepEdit(this.#db, answer, kept, today)
    if (edit !== undefined) return this.#apply(edit)
    return { saved: true, path: kept?.path ?? '', revision: kept?.revision ?? '' }
  }

  /**
   * What happened in a period, and what waits at its end.
   * @param since `7d`, `2w`, `1m`, `1y`, or an ISO day
   * @throws {UserError} when that is no period
   */
  async review(since: string, until = this.today()): Promise<ReviewAnswer> {
    const period = periodOf(since, until)
    const sources = await this.#linkSources()
    return reviewOf(period, { ...sources, mentionsOut: (path) => this.mentionsOut(path) })
  }

  /** What other programs did is written down before links are counted. */
  async #linkSources(): Promise<LinkSources> {
    await this.#noticing.flush().catch(() => {})
    return { db: this.#db, history: this.#history, linkKeeping: this.#linkKeeping }
  }

  /** Keeps a look back as a note. @throws {UserError} as `review` does */
  async keepReview(since: string, until = this.today()): Promise<SaveAnswer> {
    return this.#apply(keepReviewEdit(this.#db, await this.review(since, until), this.today()))
  }

  recent(limit = 20): NoteSummary[] {
    return recentNotes(this.#db, limit)
  }

  /** @param folder the empty string for the root */
  folder(folder: string): FolderAnswer {
    return folderAt(this.#db, notePath(folder.replace(/^\/+|\/+$/g, '')))
  }

  headings(path: NotePath): HeadingAnswer[] {
    return headingsOf(this.#db, path)
  }

  check(): ProblemAnswer[] {
    return check(this.#db)
  }

  names(query: string, from: NotePath | undefined, limit = 20): NameAnswer[] {
    return this.#picker.pick(query, from, limit)
  }

  resolve(from: NotePath, links: readonly WrittenLink[]): ResolveAnswer[] {
    return resolveWritten(this.#db, from, links)
  }

  /**
   * Notes that a search finds, best first, then notes that lead to them.
   * @throws {UserError} when it cannot be carried out, with what to type instead
   */
  search(text: string, limit = 20): Promise<SearchAnswer[]> {
    return this.#searching.search(text, limit)
  }

  /**
   * The result of a search that stands in a note.
   * @throws {UserError} when it cannot be carried out, with what to write instead
   */
  live({ source, path, today }: LiveRequest): LiveAnswer {
    const parsed = parseLive(source)
    if ('problem' in parsed)
      throw new UserError('invalid', parsed.problem.message, [], parsed.problem.proposal ?? undefined)
    return this.#db.read(() => answerLive(askingOf(this.#db, today), parsed.live, source, path))
  }

  /** Searches that are kept at hand, the oldest first. */
  savedSearches(): SavedSearchAnswer[] {
    return this.#searches.list()
  }

  /** @throws {UserError} for a search that cannot be carried out */
  saveSearch(search: SavedSearchAnswer): SavedSearchAnswer[] {
    return this.#searches.add(search)
  }

  forgetSearch(q: string): SavedSearchAnswer[] {
    return this.#searches.remove(q)
  }

  /** @throws {UserError} when there is no such note. */
  async read(path: NotePath): Promise<NoteAnswer> {
    const source = await this.#source(path)
    const note = parseNote(path, readablePart(source.text))
    return {
      ...describe(source, note),
      text: source.text,
      revision: source.revision,
      readOnly: source.readOnly ?? null,
      aliases: note.aliases,
      tags: [...new Set(note.tags.map(({ name }) => name))],
    }
  }

  /** The whole note, or the section or block that a fragment names. @throws {UserError} when there is no such note. */
  async passage(path: NotePath, fragment?: string): Promise<PassageAnswer> {
    const source = await this.#source(path)
    const note = parseNote(path, readablePart(source.text))
    const whole = { from: note.frontmatter?.to ?? 0, to: source.text.length }
    if (fragment === undefined || fragment === '') return passageOf(source, note, whole, true)
    const range = rangeOfFragment(source.text, note, fragment)
    return passageOf(source, note, range ?? whole, range !== undefined)
  }

  /** The block around an offset. @throws {UserError} when there is no such note. */
  async block(path: NotePath, offset: number): Promise<PassageAnswer> {
    const source = await this.#source(path)
    const inside = Math.min(Math.max(offset, 0), source.text.length)
    return passageOf(
      source,
      parseNote(path, readablePart(source.text)),
      blockAround(source.text, inside),
      offset <= source.text.length,
    )
  }

  /** The bytes of a file that is no note; undefined when there is none. */
  async attachment(path: NotePath): Promise<Uint8Array | undefined> {
    return isSafePath(path) ? this.#vault.readBytes(path) : undefined
  }

  /** Writes a note's text if it is still the one that `base` names. */
  save(path: NotePath, text: string, base: Revision): Promise<SaveAnswer> {
    return this.#apply({ kind: 'write', path, text, base })
  }

  remove(path: NotePath, base: Revision): Promise<SaveAnswer> {
    return this.#apply({ kind: 'delete', path, base })
  }

  /**
   * Makes a note: from the template that is named, else from that of its kind, if there is one.
   * @throws {UserError} when the title says nothing or the template is not known.
   */
  async create(asked: NewNote): Promise<SaveAnswer> {
    const placed = place(asked)
    if (placed.title === '') throw new UserError('invalid', 'A note needs a title; give it a word or two.')
    const template = asked.text === undefined ? await this.#templateFor(asked) : undefined
    const { text, cursor } = textOf(asked, placed, template, this.#now())
    const answer = await this.#apply({ kind: 'create', path: placed.path, text })
    return answer.saved && cursor !== undefined ? { ...answer, cursor } : answer
  }

  /** What a new note can start from. */
  templates(): TemplateAnswer[] {
    return templatesIn(this.#db)
  }

  async #templateFor({ template, kind }: Pick<NewNote, 'template' | 'kind'>): Promise<Template | undefined> {
    const path = template === undefined ? templateFor(this.#db, kind ?? '') : this.find(template).path
    if (path === undefined)
      return kind?.trim().toLowerCase() === 'decision' ? { text: DECISION_TEMPLATE, kind } : undefined
    const known = this.templates().find((each) => each.path === path)
    return { text: (await this.#source(notePath(path))).text, kind: known?.kind ?? undefined }
  }

  /** Places in a note's plain words that name other notes, the likeliest first. @throws {UserError} when there is no such note */
  async mentionsOut(path: NotePath): Promise<MentionAnswer[]> {
    return this.#suggesting.outgoing(await this.#given(path))
  }

  /** Places in other notes' plain words that name a note, the latest first. */
  mentionsOf(path: NotePath): Promise<MentionAnswer[]> {
    return this.#suggesting.incoming(path)
  }

  /** Places in a text that name notes. */
  mentionsIn(text: string): MentionAnswer[] {
    return this.#suggesting.outgoing({ path: undefined, text, offset: 0 })
  }

  /** Notes that hang together with a note, or a text, and are not linked in it, best first. @throws {UserError} when there is no such note */
  async related(from: { readonly path: NotePath } | { readonly text: string }, limit = 20): Promise<RelatedAnswer[]> {
    return this.#suggesting.related(await this.#givenOf(from), limit)
  }

  /** What was written before about what a note or a text says. @throws {UserError} when there is no such note */
  async concepts(
    from: { readonly path: NotePath } | { readonly text: string },
    limit?: number,
    samples = 5,
  ): Promise<ConceptAnswer[]> {
    return this.#suggesting.conceptsWithSamples(await this.#givenOf(from), limit, samples)
  }

  /** What a passage brings to mind while it is written. */
  suggest(request: SuggestRequest): Promise<SuggestAnswer> {
    return this.#suggesting.suggest(request)
  }

  /** Sentences of other notes that say a phrase, the oldest note first. */
  samples(phrase: string, path: NotePath | undefined, limit = 20): Promise<SampleAnswer[]> {
    return this.#suggesting.samples(phrase, path, limit)
  }

  dismissals(): DismissalAnswer[] {
    return this.#suggesting.dismissing.list()
  }

  /** @throws {UserError} when the scope asks for what is not said */
  dismiss(dismissal: DismissalAnswer): DismissalAnswer[] {
    return this.#suggesting.dismissing.add(dismissal)
  }

  /** Takes a dismissal back. */
  undismiss(dismissal: DismissalAnswer): DismissalAnswer[] {
    return this.#suggesting.dismissing.remove(dismissal)
  }

  /** Every note that a search finds by itself, by path. @throws {UserError} when it cannot be carried out */
  notesFound(query: string): NotePath[] {
    return notesFound(this.#db, this.today(), query)
  }

  /** What an operation on many notes would do. @throws {UserError} when it cannot be done, with what could be done instead. */
  async plan(request: RefactorRequest): Promise<PlanAnswer> {
    return planAnswer(await this.#refactoring.prepare(request))
  }

  /** Does it, all or nothing; one `undo` takes the whole of it back. @throws {UserError} when it cannot be done. */
  async refactor(request: RefactorRequest): Promise<RefactorAnswer> {
    return this.#operations.carryOut(await this.#refactoring.prepare(request))
  }

  /**
   * Links follow a note or a folder that another program renamed, as if Notly had.
   * @throws {UserError} when there was no such rename
   */
  async adoptRename(from: string, to: string): Promise<RefactorAnswer> {
    const answer = await this.#operations.carryOut(await prepareAdoption(this.#db, this.#vault, { from, to }))
    if (!answer.done) return answer
    this.#noticing.offers.answer({ from, to })
    this.#follow(new Map([[from as NotePath, to as NotePath]]))
    return answer
  }

  /** What `adoptRename` would do. @throws {UserError} when there was no such rename */
  async planAdoption(from: string, to: string): Promise<PlanAnswer> {
    return planAnswer(await prepareAdoption(this.#db, this.#vault, { from, to }))
  }

  /** Renames by other programs that links have not followed, the oldest first. */
  renames(): readonly RenamedEvent[] {
    return this.#noticing.offers.waiting()
  }

  /** Links shall stay as they are. @returns what is still offered */
  dismissRename(from: string, to: string): readonly RenamedEvent[] {
    this.#noticing.offers.answer({ from, to })
    return this.renames()
  }

  /** @param id of the operation to take back; the last that can be, when undefined. @throws {UserError} when there is none. */
  undo(id?: number): Promise<UndoAnswer> {
    return this.#operations.undo(id)
  }

  /** What was done, newest first. */
  operations(limit = 50): OperationAnswer[] {
    return this.#operations.operations(limit)
  }

  /** The earlier texts of a note, newest first. */
  versions(path: NotePath): VersionAnswer[] {
    return this.#operations.versions(path)
  }

  /** One earlier text. @throws {UserError} when it is not kept. */
  version(path: NotePath, revision: string): Promise<HistoryAnswer> {
    return this.#operations.history(path, revision)
  }

  /**
   * An earlier text comes back, also of a note that was deleted.
   * @param to another path for it, which must be free
   * @throws {UserError} when it is not kept
   */
  async restore(path: NotePath, revision: string, to: NotePath = path): Promise<SaveAnswer> {
    if (!isSafePath(to) || !isNotePath(to)) throw notANote(to)
    return saveAnswer(to, await this.#operations.restore(path, revision, to))
  }

  /** Notes that were deleted, newest first. */
  trash(limit = 200): TrashAnswer[] {
    return this.#operations.trash(limit)
  }

  /** What the user chose, and what that comes to. */
  settings(): SettingsAnswer {
    const { oldest, ...size } = this.#history.size()
    const kept = { ...size, oldest: oldest === undefined ? null : isoTime(oldest) }
    return { ...this.#settings.settings, kept }
  }

  /** Narrower bounds let go of the oldest texts at once. @throws {UserError} when the choice cannot be kept */
  changeSettings(settings: Settings): SettingsAnswer {
    this.#settings.change(settings)
    this.#history.bound(boundsOf(settings))
    this.#history.prune()
    return this.settings()
  }

  /** The note of a day, made when there is none yet. @param day ISO date; today unless said */
  async daily(
    day = this.today(),
  ): Promise<{ readonly path: string; readonly created: boolean; readonly revision: string }> {
    const path = dailyPath(this.#db, day)
    const existing = await this.#vault.read(path)
    if (existing !== undefined) return { path, created: false, revision: existing.revision }
    const asked = { title: day, kind: DAILY }
    const template = templateFor(this.#db, DAILY) && (await this.#templateFor(asked))
    const { text } = template
      ? textOf(asked, place(asked), template, onDay(day, this.#now()))
      : { text: `# ${day}\n\n` }
    const answer = await this.#apply({ kind: 'create', path, text })
    if (answer.saved) return { path, created: true, revision: answer.revision }
    if (answer.reason === 'exists') return { path: answer.existing, created: false, revision: '' }
    throw new UserError(
      'refused',
      answer.reason === 'refused' ? answer.message : `${path} is being changed; try again.`,
    )
  }

  /** The days of a month on which notes were written. @param month `2026-03` */
  calendar(month: string): CalendarAnswer {
    return this.#db.read(() => calendarOf(this.#db, month))
  }

  /** What was written and linked on a day. @param day ISO date */
  async day(day: string): Promise<DayAnswer> {
    return dayOf(day, await this.#linkSources())
  }

  /** What a day begins with; `today` is the day where the reader is. */
  dayBook(today = this.today()): TodayAnswer {
    return todayOf(this.#db, today, this.#openedBefore(today))
  }

  /** Somebody looks at a note. A path that no note has says nothing. */
  opened(path: NotePath): void {
    if (summaryOf(this.#db, path) !== undefined) this.#opened.open(path, this.today())
  }

  /** Of late, and before that day: what is shown on a day stays there all day, though one looks at it. */
  #openedBefore(today: string): (path: NotePath) => boolean {
    return this.#openedOfLate(dayOfTime(Date.parse(`${today}T00:00:00Z`) - DAY))
  }

  #openedOfLate(day: string): (path: NotePath) => boolean {
    return this.#opened.within(LONG / DAY, day)
  }

  /** What is kept of notes goes with them. @param moves from old paths to new ones */
  #follow(moves: ReadonlyMap<NotePath, NotePath>): void {
    this.#suggesting.dismissing.follow(moves)
    this.#opened.follow(moves)
    this.#maps.follow(moves)
  }

  /** Puts a thought at the end of today's note, which is made when there is none yet. @throws {UserError} when it says nothing */
  async capture(thought: string): Promise<SaveAnswer> {
    if (thought.trim() === '') throw new UserError('invalid', 'A thought needs a word; write one or two.')
    for (let attempt = 0; ; attempt++) {
      const { path } = await this.daily()
      const answer = await this.#apply(captureEdit(await this.#source(notePath(path)), thought))
      // Somebody wrote the note between reading and writing: the thought goes behind what they wrote.
      if (answer.saved || answer.reason !== 'conflict' || attempt === 2) return answer
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date()
  }

  /** The day where the program runs, as an ISO date. */
  today(): string {
    const now = this.#now()
    const two = (value: number): string => String(value).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  }

  get #db() {
    return this.#index.db
  }

  /** Everyone reads their own writes: the answer comes when the index has them. */
  async #apply(edit: Edit): Promise<SaveAnswer> {
    if (!isSafePath(edit.path) || !isNotePath(edit.path)) throw notANote(edit.path)
    return saveAnswer(edit.path, await this.#operations.apply(edit))
  }

  async #given(path: NotePath) {
    return { path, text: (await this.#source(path)).text, offset: 0 }
  }

  async #givenOf(from: { readonly path: NotePath } | { readonly text: string }) {
    return 'path' in from ? this.#given(from.path) : { path: undefined, text: from.text, offset: 0 }
  }

  async #source(path: NotePath): Promise<Source> {
    const source = isSafePath(path) && isNotePath(path) ? await this.#vault.read(path) : undefined
    if (source === undefined) throw noSuchNote(path)
    return source
  }

  async #summarise(
    sync: () => Promise<{ added: readonly NotePath[]; changed: readonly NotePath[]; removed: readonly NotePath[] }>,
  ) {
    const start = performance.now()
    const { added, changed, removed } = await sync()
    const counts = countAll(this.#db)
    const milliseconds = Math.round(performance.now() - start)
    return { ...counts, added: notesIn(added), changed: notesIn(changed), removed: notesIn(removed), milliseconds }
  }
}

/** That day at the time that it is. */
function onDay(day: string, now: Date): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, now.getHours(), now.getMinutes(), now.getSeconds())
}

/** @throws {UserError} when what was asked about a note is not there. */
function known<T>(path: NotePath, answer: T | undefined): T {
  if (answer === undefined) throw noSuchNote(path)
  return answer
}

function noSuchNote(path: NotePath): UserError {
  return new UserError('not-found', `There is no note ${path}; it may have been moved or deleted.`)
}

function boundsOf({ history: { maxBytes, maxDays } }: Settings) {
  return { maxBytes, maxAge: maxDays * DAY }
}

function notANote(path: string): UserError {
  return new UserError('invalid', `${path} is no path of a note; use a name that ends in .md, inside the vault.`)
}

function notesIn(paths: readonly NotePath[]): number {
  return paths.filter(isNotePath).length
}

function describe(source: Source, note: Note): NoteSummary {
  const date = note.date === undefined ? undefined : readDate(note.date)
  const modified = Math.round(source.modified)
  return {
    path: note.path,
    title: note.title,
    kind: note.kind ?? null,
    date: dateOf(date?.written ?? null, modified),
    modified: isoTime(modified),
  }
}

function passageOf(source: Source, note: Note, { from, to }: Range, found: boolean): PassageAnswer {
  return { ...describe(source, note), text: source.text.slice(from, to), offset: from, found }
}
