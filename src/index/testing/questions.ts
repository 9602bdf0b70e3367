import { UserError } from '../../core/errors.ts'
import type { NotePath } from '../../core/note.ts'
import { readQuery } from '../../core/query/read.ts'
import { backlinksOf } from '../backlinks.ts'
import { check } from '../check.ts'
import type { Database } from '../database.ts'
import { folderTree } from '../folders.ts'
import { kindsOf, notesOfKind } from '../kinds.ts'
import { linksOf, linksOfAll } from '../links.ts'
import { countAll, hubs, islands, unresolved } from '../overview.ts'
import { propertiesOf, valuesOf } from '../properties.ts'
import { askingOf } from '../search/asking.ts'
import { leadsTo } from '../search/leads.ts'
import { find } from '../search.ts'
import { folderAt, headingsOf, notesTagged, recentNotes } from '../summaries.ts'
import { allTags, tagTree } from '../tags.ts'
import { taskGroups } from '../task-groups.ts'
import { tasksWhere } from '../tasks.ts'

const MANY = 1000

/** The answers to every question that an index can be asked, for tests: equal indexes give equal answers. */
export function askEverything(db: Database, words: readonly string[]): unknown {
  const notes = recentNotes(db, MANY)
    .map(({ path }) => path as NotePath)
    .sort()
  const tags = allTags(db)
  return {
    counts: countAll(db),
    recent: recentNotes(db, MANY),
    links: [...linksOfAll(db)],
    hubs: hubs(db, MANY),
    islands: islands(db),
    unresolved: unresolved(db),
    check: check(db),
    tags,
    tasks: tasksWhere(db, {}, MANY),
    taskGroups: (['due', 'project', 'tag', 'note'] as const).map((by) =>
      taskGroups(db, { by, today: '2026-04-01', limit: MANY }),
    ),
    tagTree: tagTree(db),
    folderTree: folderTree(db),
    properties: propertiesOf(db).map((property) => ({
      ...property,
      values: valuesOf(db, { ...property, limit: MANY }),
    })),
    kinds: kindsOf(db).map(({ kind }) => notesOfKind(db, { kind, limit: MANY })),
    tagged: tags.map(({ tag }) => notesTagged(db, tag)),
    folders: [...new Set(notes.flatMap(foldersOf))].map((folder) => folderAt(db, folder)),
    searches: words.map((word) => searched(db, word)),
    notes: notes.map((path) => ({
      path,
      backlinks: backlinksOf(db, path),
      links: linksOf(db, path),
      headings: headingsOf(db, path),
    })),
  }
}

function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1)
  return ['', ...segments.map((_, at) => segments.slice(0, at + 1).join('/'))]
}

function searched(db: Database, word: string): unknown {
  try {
    const asking = askingOf(db, '2026-05-01', Number.POSITIVE_INFINITY)
    const { hits, noLeads, words } = find(asking, readQuery(word), MANY)
    // The rows of links are another index's own.
    const told = hits.map(({ called, ...hit }) => ({ ...hit, isCalled: called !== null }))
    return [told, words, leadsTo(db, hits, noLeads, MANY)]
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}
