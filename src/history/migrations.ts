import { UserError } from '../core/errors.ts'
import type { Database } from './database.ts'

/**
 * The way from an empty file to this version: step N makes version N of version N − 1. A step that has been released never changes.
 *
 * `loose` holds the texts that were kept ahead of their operation, so that they are not taken for dropped ones.
 * In `text`, the blob comes last: what only asks for the size never reads it. A text with a `base` is kept as what differs from that one,
 * which may have a base in its turn; `depth` is how many there are below it.
 *
 * `link_change` holds links that were made and removed, `links_read` up to which operation they were looked for. `changed_at` is
 * when another program made it, where its file says so, and `links` are those of a text before it that is not kept. `waiting` holds
 * what was found changed and is still to become an operation. Of what was there before these tables only the last operations are
 * read: all of them would take minutes.
 */
export const STEPS: readonly string[] = [
  `
  CREATE TABLE text (revision TEXT PRIMARY KEY, bytes INTEGER NOT NULL, zstd BLOB NOT NULL) STRICT;
  CREATE TABLE loose (revision TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    undone_by INTEGER
  ) STRICT;
  CREATE INDEX operation_by_time ON operation (at);
  CREATE TABLE change (
    operation INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    path_before TEXT,
    path_after TEXT,
    revision_before TEXT,
    revision_after TEXT,
    PRIMARY KEY (operation, ordinal),
    CHECK ((path_before IS NULL) = (revision_before IS NULL)),
    CHECK ((path_after IS NULL) = (revision_after IS NULL)),
    CHECK (path_before IS NOT NULL OR path_after IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX change_from_path ON change (path_before, operation);
  CREATE INDEX change_to_path ON change (path_after, operation);
  CREATE INDEX change_from_revision ON change (revision_before);
  CREATE INDEX change_to_revision ON change (revision_after);
  CREATE INDEX change_gone ON change (operation) WHERE path_after IS NULL;
  `,
  `
  CREATE TABLE text_with_base (
    id INTEGER PRIMARY KEY,
    revision TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    base INTEGER,
    depth INTEGER NOT NULL,
    zstd BLOB NOT NULL
  ) STRICT;
  INSERT INTO text_with_base (revision, bytes, depth, zstd) SELECT revision, bytes, 0, zstd FROM text ORDER BY rowid;
  DROP TABLE text;
  ALTER TABLE text_with_base RENAME TO text;
  CREATE INDEX text_on_base ON text (base) WHERE base IS NOT NULL;
  `,
  `
  ALTER TABLE change ADD COLUMN changed_at INTEGER;
  ALTER TABLE change ADD COLUMN links TEXT;
  CREATE TABLE link_change (
    id INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT,
    name TEXT NOT NULL,
    made INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX link_change_by_time ON link_change (at);
  CREATE INDEX link_change_from ON link_change (source);
  CREATE INDEX link_change_to ON link_change (target) WHERE target IS NOT NULL;
  CREATE TABLE links_read (operation INTEGER NOT NULL) STRICT;
  INSERT INTO links_read SELECT max(0, coalesce(max(id), 0) - 2000) FROM operation;
  CREATE TABLE waiting (path TEXT PRIMARY KEY, revision TEXT, modified INTEGER, links TEXT) STRICT, WITHOUT ROWID;
  `,
]

/**
 * Takes every step that is missing, each in its own transaction, so that a crash leaves a whole version.
 * @throws {UserError} when the file is of a newer version; nothing is written then.
 */
export function migrate(db: Database, steps: readonly string[] = STEPS): void {
  refuseNewer(versionOf(db), steps)
  for (let version = versionOf(db); version < steps.length; version = versionOf(db)) {
    db.write(() => {
      // Another process may have taken the step while this one waited.
      if (versionOf(db) !== version) return
      db.script(steps[version] as string)
      db.script(`PRAGMA user_version = ${version + 1}`)
    })
  }
}

/** @throws {UserError} */
export function refuseNewer(version: number, steps: readonly string[] = STEPS): void {
  if (version <= steps.length) return
  throw new UserError(
    'refused',
    'The history of this vault was written by a newer version of Notly; update Notly to open it.',
  )
}

function versionOf(db: Database): number {
  return db.number('PRAGMA user_version')
}
