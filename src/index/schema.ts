import { GRAMMAR_VERSION } from '../core/grammar.ts'
import { EXTENSION } from '../core/path.ts'
import { WORDS_VERSION } from '../core/words.ts'
import type { Database } from './database.ts'
import { FORMS } from './link-keys.ts'

/** Grows with each change of the tables below. */
const TABLES = 12
const RULES = 1_000_000
/** The tables, and the rules by which texts are read into them: which words a text has, and what is a link. */
export const VERSION = TABLES * RULES + WORDS_VERSION * 1000 + GRAMMAR_VERSION

const NAMED = FORMS.map((form, number) => `WHEN ${number} THEN '${form}'`).join(' ')

/**
 * A note's rows are a function of its path and text alone; nothing resolved is stored. A link means the first of its keys that any file
 * answers to: the first of all is `asked`, and stands in `key` where the target does not say it, empty for a link that asks for nothing.
 * The others are made again from what stands here (`link-keys.ts`). By them a link is found in `other_key`, and a bare mention, whose
 * keys are beginnings of its first, among those that lie behind a name in the order of their first keys (`askers.ts`).
 *
 * A link's target and reason are cut out of its sentence, and stand `apart` where SQLite, which counts characters, would cut something else.
 * A link has its `start` in the note's text, in UTF-16 units; its target begins so much behind that, its sentence so much before it, and the
 * reason so much behind the beginning of the sentence: small numbers take one byte.
 * A title that is the stem of the path is cut out of it, from the character `stem_at` on.
 * `at` is the note's own date in milliseconds since 1970, null without one.
 * `open` and `done` count the note's tasks.
 * A name is `written` there where neither path nor title says it (`own-names.ts`).
 * `spelled` and `written` are a property's key and value as they stand in the note, null where they are the folded ones.
 * A `task` is a checkbox, or with a null `box` a note of the kind task; it has the tags of its line and of its note. Its note's path
 * stands with it, so that an order by date and path needs no other table.
 *
 * Full text (`words/`): each text of a note has a number of its own, `doc`, that no other ever gets. Its words are first in a `run`
 * together with those of other notes; many runs become a segment of `posting`. What is in them of texts that are gone is passed over.
 *
 * `outdated` files were read by rules of another version; what is known of them holds until they are read again.
 */
const DDL = `
  CREATE TABLE IF NOT EXISTS file (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, revision TEXT NOT NULL, stamp TEXT NOT NULL,
    modified INTEGER NOT NULL, bytes INTEGER NOT NULL, is_note INTEGER NOT NULL,
    stem_at INTEGER, title_apart TEXT, kind TEXT, date TEXT, at INTEGER,
    status TEXT, open INTEGER NOT NULL, done INTEGER NOT NULL, doc INTEGER, words INTEGER,
    title TEXT NOT NULL GENERATED ALWAYS AS (coalesce(title_apart, substr(path, stem_at + 1, length(path) - stem_at - ${EXTENSION.length}))) VIRTUAL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS name (
    key TEXT NOT NULL, grp INTEGER NOT NULL, file INTEGER NOT NULL, written TEXT,
    PRIMARY KEY (key, grp, file)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS link (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL, ordinal INTEGER NOT NULL, form_number INTEGER NOT NULL,
    start INTEGER NOT NULL, size INTEGER NOT NULL, sentence_before INTEGER NOT NULL, sentence TEXT NOT NULL,
    target_behind INTEGER NOT NULL, target_size INTEGER NOT NULL, target_apart TEXT,
    reason_behind INTEGER, reason_size INTEGER, reason_apart TEXT,
    fragment TEXT, text TEXT, relation TEXT, line INTEGER NOT NULL, col INTEGER NOT NULL, key TEXT,
    form TEXT NOT NULL GENERATED ALWAYS AS (CASE form_number ${NAMED} END) VIRTUAL,
    end INTEGER NOT NULL GENERATED ALWAYS AS (start + size) VIRTUAL,
    sentence_start INTEGER NOT NULL GENERATED ALWAYS AS (start - sentence_before) VIRTUAL,
    target_start INTEGER NOT NULL GENERATED ALWAYS AS (start + target_behind) VIRTUAL,
    target TEXT NOT NULL GENERATED ALWAYS AS (coalesce(target_apart, substr(sentence, sentence_before + target_behind + 1, target_size))) VIRTUAL,
    reason TEXT GENERATED ALWAYS AS (coalesce(reason_apart, substr(sentence, reason_behind + 1, reason_size))) VIRTUAL,
    asked TEXT NOT NULL GENERATED ALWAYS AS (coalesce(key, lower(target))) VIRTUAL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS other_key (
    key TEXT NOT NULL, link INTEGER NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (key, link)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tag (
    key TEXT NOT NULL, file INTEGER NOT NULL, written TEXT NOT NULL, PRIMARY KEY (key, file)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS property (
    key TEXT NOT NULL, value TEXT NOT NULL, file INTEGER NOT NULL, spelled TEXT, written TEXT,
    PRIMARY KEY (key, value, file)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS heading (
    file INTEGER NOT NULL, ordinal INTEGER NOT NULL, level INTEGER NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL,
    PRIMARY KEY (file, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS block (
    file INTEGER NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL, PRIMARY KEY (file, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS problem (
    file INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL,
    start INTEGER NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, PRIMARY KEY (file, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS task (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL, ordinal INTEGER NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL,
    box INTEGER, done INTEGER NOT NULL, text TEXT NOT NULL, due TEXT, completed TEXT, priority TEXT, tags TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS task_tag (
    key TEXT NOT NULL, task INTEGER NOT NULL, file INTEGER NOT NULL, done INTEGER NOT NULL, written TEXT NOT NULL,
    PRIMARY KEY (key, task)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS posting (
    id INTEGER PRIMARY KEY, term TEXT NOT NULL, segment INTEGER NOT NULL, postings BLOB NOT NULL, positions BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS posting_by_term ON posting (term, segment);
  CREATE TABLE IF NOT EXISTS segment (first INTEGER PRIMARY KEY, docs INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS run (
    id INTEGER PRIMARY KEY AUTOINCREMENT, first INTEGER NOT NULL, docs INTEGER NOT NULL, data BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS gone (id INTEGER PRIMARY KEY AUTOINCREMENT, doc INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS full_text (epoch INTEGER NOT NULL, next_doc INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS outdated (file INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS tidying (term TEXT NOT NULL, up_to INTEGER NOT NULL) STRICT;
  INSERT INTO full_text SELECT 1, 1 WHERE NOT EXISTS (SELECT 1 FROM full_text);
`

/** Left out while a whole vault is taken in, because sorting once is faster than keeping sorted. */
const INDEXES = `
  CREATE INDEX IF NOT EXISTS alias_by_file ON name (file) WHERE grp = 2;
  CREATE UNIQUE INDEX IF NOT EXISTS link_by_file ON link (file, ordinal);
  CREATE INDEX IF NOT EXISTS link_by_key ON link (asked, file) WHERE form <> 'bare';
  CREATE INDEX IF NOT EXISTS mention_by_key ON link (asked, file) WHERE form = 'bare';
  CREATE INDEX IF NOT EXISTS tag_by_file ON tag (file);
  CREATE INDEX IF NOT EXISTS property_by_file ON property (file);
  CREATE INDEX IF NOT EXISTS task_by_file ON task (file, done, path);
  CREATE INDEX IF NOT EXISTS task_by_due ON task (done, due, path, ordinal);
  CREATE INDEX IF NOT EXISTS task_by_end ON task (done, completed DESC, path, ordinal);
  CREATE INDEX IF NOT EXISTS task_tag_by_file ON task_tag (file);
  CREATE INDEX IF NOT EXISTS tag_of_task ON task_tag (task, key);
  CREATE INDEX IF NOT EXISTS file_by_change ON file (is_note, modified);
  CREATE UNIQUE INDEX IF NOT EXISTS file_by_doc ON file (doc, words);
`
const DROPS = `
  DROP INDEX IF EXISTS alias_by_file;
  DROP INDEX IF EXISTS link_by_file;
  DROP INDEX IF EXISTS link_by_key;
  DROP INDEX IF EXISTS mention_by_key;
  DROP INDEX IF EXISTS tag_by_file;
  DROP INDEX IF EXISTS property_by_file;
  DROP INDEX IF EXISTS task_by_file;
  DROP INDEX IF EXISTS task_by_due;
  DROP INDEX IF EXISTS task_by_end;
  DROP INDEX IF EXISTS task_tag_by_file;
  DROP INDEX IF EXISTS tag_of_task;
  DROP INDEX IF EXISTS file_by_change;
  DROP INDEX IF EXISTS file_by_doc;
`

/** What the rules of now would say of an outdated file may not be what it has, so it has to be found by the file. */
const INDEXES_OF_OUTDATED = `
  CREATE INDEX IF NOT EXISTS name_by_file ON name (file);
  CREATE INDEX IF NOT EXISTS other_key_by_file ON other_key (file);
`
const DROPS_OF_OUTDATED = `
  DROP INDEX IF EXISTS name_by_file;
  DROP INDEX IF EXISTS other_key_by_file;
`

/** `outdated` with the tables of now, filled by other rules. */
export type SchemaState = 'empty' | 'current' | 'outdated' | 'other'

export function stateOfSchema(db: Database): SchemaState {
  const [version] = db.first<[number]>('PRAGMA user_version') ?? [0]
  const [tables] = db.first<[number]>('SELECT count(*) FROM sqlite_schema') ?? [0]
  if (tables === 0 && version === 0) return 'empty'
  if (version === VERSION) return 'current'
  return Math.floor(version / RULES) === TABLES ? 'outdated' : 'other'
}

/** Also mends an index whose bulk load was broken off, and notes which files are to be read by the rules of now. */
export function createSchema(db: Database): void {
  db.write(() => {
    db.script(DDL)
    db.script(INDEXES)
    if (stateOfSchema(db) === 'outdated') db.run('INSERT OR IGNORE INTO outdated (file) SELECT id FROM file')
    db.script(isOutdated(db) ? INDEXES_OF_OUTDATED : DROPS_OF_OUTDATED)
    // To say again what it says already would write to the disk with every start, and wait for that.
    if (stateOfSchema(db) !== 'current') db.script(`PRAGMA user_version = ${VERSION}`)
  })
}

/** Whether a file, or any, was read by rules of another version. */
export function isOutdated(db: Database, file?: number): boolean {
  if (file === undefined) return db.first('SELECT 1 FROM outdated LIMIT 1') !== undefined
  return db.first('SELECT 1 FROM outdated WHERE file = ?', file) !== undefined
}

export function dropIndexes(db: Database): void {
  db.script(DROPS)
}

export function restoreIndexes(db: Database): void {
  db.script(INDEXES)
}
