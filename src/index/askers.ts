/** Which links ask for a name. */
import type { LinkKey, NotePath } from '../core/note.ts'
import { nameCandidates } from '../core/parse/bare.ts'
import type { Database } from './database.ts'

/** A link that asks for a key, perhaps after others. */
export interface Asker {
  readonly link: number
  readonly source: NotePath
  /** The date of the source or when it was changed, in milliseconds since 1970. */
  readonly at: number
  /** Of a bare mention, how much of it is the name, in UTF-16 units from the start of the link. */
  readonly length: number | undefined
}

type FirstRow = readonly [link: number, source: NotePath, at: number]
/** `named`: whether any file answers to the link's first key. */
type OtherRow = readonly [...FirstRow, form: string, target: string, named: number]
type BareRow = readonly [...FirstRow, target: string]

const SOURCE = 'f.path, coalesce(f.at, f.modified)'
const FIRST = `SELECT l.id, ${SOURCE} FROM link l JOIN file f ON f.id = l.file WHERE l.asked = ? AND l.form <> 'bare'`
const OTHER = `SELECT o.link, ${SOURCE}, l.form, l.target, EXISTS (SELECT 1 FROM name n WHERE n.key = l.asked)
  FROM other_key o JOIN link l ON l.id = o.link JOIN file f ON f.id = o.file WHERE o.key = ?`
const BARE = `SELECT l.id, ${SOURCE}, l.target FROM link l JOIN file f ON f.id = l.file
  WHERE l.asked >= ? AND l.asked < ? AND l.form = 'bare'`
/** The greatest character: whatever begins with a text lies before the text with this behind it. */
const LAST = '\u{10ffff}'

/** Links that mean by this key what they mean, if any file answers to it: none does to a key before it in them. */
export function decidedBy(db: Database, key: string): Asker[] {
  return askersOf(db, key, true)
}

/** Links with this key, whether another before it is answered to or not. */
export function askersFor(db: Database, key: string): Asker[] {
  return askersOf(db, key, false)
}

function askersOf(db: Database, key: string, isDecided: boolean): Asker[] {
  const found = db
    .all<FirstRow>(FIRST, key)
    .map(([link, source, at]): Asker => ({ link, source, at, length: undefined }))
  const bare = (link: number, source: NotePath, at: number, target: string): void => {
    const length = lengthIn(db, target, key, isDecided)
    if (length !== undefined) found.push({ link, source, at, length })
  }
  for (const [link, source, at, form, target, named] of db.all<OtherRow>(OTHER, key)) {
    if (form === 'bare') bare(link, source, at, target)
    else if (!isDecided || named === 0) found.push({ link, source, at, length: undefined })
  }
  for (const row of db.all<BareRow>(BARE, key, key + LAST)) bare(...row)
  return found
}

/** @returns undefined where the key is no name of a mention, or a longer one is answered to and that matters */
function lengthIn(db: Database, target: string, key: string, isDecided: boolean): number | undefined {
  const names = nameCandidates(target, 1)
  const at = names.findIndex((name) => name.key === key)
  if (at < 0 || (isDecided && firstNamed(db, names.slice(0, at)) !== undefined)) return undefined
  return names[at]?.to
}

const NOT_AFTER = 'SELECT key FROM name WHERE key <= ? ORDER BY key DESC LIMIT 1'

/**
 * The first name of a bare mention that any file answers to. Of names that begin a longer one, none lies between that and the last name not
 * after it, unless that begins with it: a few looks instead of one for each.
 */
export function firstNamed(db: Database, names: readonly LinkKey[]): LinkKey | undefined {
  for (let at = 0; at < names.length; ) {
    const name = names[at] as LinkKey
    const [known] = db.first<[string]>(NOT_AFTER, name.key) ?? []
    if (known === name.key) return name
    const shared = known === undefined ? 0 : sharedLength(known, name.key)
    at++
    while (at < names.length && isTooLong(names[at]?.key ?? '', name.key, shared)) at++
  }
  return undefined
}

function isTooLong(key: string, longer: string, shared: number): boolean {
  return key.length > shared && longer.startsWith(key)
}

function sharedLength(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
