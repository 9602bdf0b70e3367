import type { Ahead } from './ahead.ts'
import type { Database } from './database.ts'
import type { GivenChange, GivenSide, OperationId, Recording, Side } from './shapes.ts'
import { baseOf, bytesOf, dropText, keepText, tie } from './texts.ts'

/** Edits of one note that begin within this time are one operation. Milliseconds. */
const FOLD_WITHIN = 5 * 60_000
/** An edit that takes away more than this share, and more than these bytes, is not folded: what it takes away may be wanted back. */
const MUCH = { share: 0.25, bytes: 200 }

/**
 * All or nothing.
 * @param session the operation that this session recorded last
 * @param ahead texts that are compressed already
 * @throws Error when there is no change, or one without sides
 */
export function record(
  db: Database,
  given: Recording,
  at: number,
  session: OperationId | undefined,
  ahead?: Ahead,
): OperationId {
  const sides = given.changes.flatMap(sidesOf)
  if (given.changes.length === 0) throw new Error(`Operation "${given.label}" changes nothing`)
  return db.write(() => {
    for (const { before, after } of given.changes) {
      const fresh =
        before?.text === undefined ? undefined : keepText(db, before.revision, before.text, undefined, ahead)
      if (after?.text === undefined) continue
      // What stands in the file already is read before anything is made to lean on it: it may be damaged.
      const base = fresh ?? (before && baseOf(db, before.revision))
      keepText(db, after.revision, after.text, base, ahead)
    }
    const id = fold(db, given, at, session) ?? insert(db, given, at)
    tie(
      db,
      sides.map(({ revision }) => revision),
    )
    if (given.undoes !== undefined) db.run('UPDATE operation SET undone_by = ? WHERE id = ?', id, given.undoes)
    return id
  })
}

function sidesOf(change: GivenChange): GivenSide[] {
  const sides = [change.before, change.after].filter((side) => side !== undefined)
  if (sides.length === 0) throw new Error('A change needs a note before or after it')
  return sides
}

function insert(db: Database, { kind, label, changes }: Recording, at: number): OperationId {
  const { rowid } = db.run('INSERT INTO operation (at, kind, label) VALUES (?, ?, ?)', at, kind, label)
  changes.forEach(({ before, after, at: changed, links }, ordinal) => {
    db.run(
      `INSERT INTO change (operation, ordinal, path_before, path_after, revision_before, revision_after, changed_at, links)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      rowid,
      ordinal,
      before?.path ?? null,
      after?.path ?? null,
      before?.revision ?? null,
      after?.revision ?? null,
      changed ?? null,
      links === undefined ? null : JSON.stringify(links),
    )
  })
  return rowid as OperationId
}

/** Moves the end of the newest operation on, if this edit goes on where it ended. */
function fold(db: Database, given: Recording, at: number, session: OperationId | undefined): OperationId | undefined {
  const [change, ...more] = given.changes
  if (session === undefined || given.kind !== 'edit' || given.undoes !== undefined || more.length > 0) return undefined
  const { before, after } = change ?? {}
  if (before === undefined || after === undefined || before.path !== after.path) return undefined
  if (!isGoneOnWith(db, session, before, at) || takesMuchAway(db, before, after)) return undefined
  db.run('UPDATE change SET revision_after = ? WHERE operation = ?', after.revision, session)
  dropText(db, before.revision)
  return session
}

function isGoneOnWith(db: Database, session: OperationId, before: Side, at: number): boolean {
  const row = db.first<[number, number]>(
    `SELECT o.id, o.at FROM operation o JOIN change c ON c.operation = o.id
     WHERE o.id = (SELECT max(id) FROM operation) AND o.kind = 'edit' AND o.undone_by IS NULL
       AND c.path_before = ?1 AND c.path_after = ?1 AND c.revision_after = ?2
       AND (SELECT count(*) FROM change WHERE operation = o.id) = 1`,
    before.path,
    before.revision,
  )
  if (row === undefined || row[0] !== session) return false
  const passed = at - row[1]
  return passed >= 0 && passed <= FOLD_WITHIN
}

function takesMuchAway(db: Database, before: Side, after: Side): boolean {
  const had = bytesOf(db, before.revision)
  const has = bytesOf(db, after.revision)
  if (had === undefined || has === undefined) return false
  return had - has > MUCH.bytes && had - has > had * MUCH.share
}
