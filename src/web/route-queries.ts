/** What a view shows of its notes, as the query of its address. What is as it is at first is left out. */

/** Which part of the graph is seen, and how. */
export interface GraphChoices {
  /** Steps around the note, 1 to 3. */
  readonly steps?: number | undefined
  readonly tag?: string | undefined
  readonly folder?: string | undefined
  /** `named` for links that say why, or one relation. */
  readonly relation?: string | undefined
  /** Kinds that are left out; the empty string is a note without one. */
  readonly without?: readonly string[] | undefined
  /** Only notes dated until that day, `2026-03-29`. */
  readonly until?: string | undefined
  /** Words to be found in titles. */
  readonly find?: string | undefined
  /** Colours of what hangs together, instead of kinds. */
  readonly groups?: true | undefined
}

export interface HubChoices {
  /** Days of a period. */
  readonly days?: number | undefined
  /** Only what was linked in the last period. */
  readonly lately?: true | undefined
  readonly of?: string | undefined
  readonly tag?: string | undefined
}

export interface DecisionChoices {
  /** The empty string for decisions without one. */
  readonly status?: string | undefined
  readonly find?: string | undefined
}

export interface KindChoices {
  /** `title`, `date`, `status`, `backlinks`, or a property; with `-` before it the other way round. */
  readonly sort?: string | undefined
  /** The empty string for notes without one. */
  readonly status?: string | undefined
  readonly find?: string | undefined
}

type Value = string | number | true | readonly string[] | undefined

/** `?tag=pricing&without=task&without=idea`; the empty string when nothing is chosen. */
export function queryOf(choices: Readonly<Record<string, Value>>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(choices)) {
    if (value === true) query.set(key, 'yes')
    else if (Array.isArray(value)) for (const each of value) query.append(key, each)
    else if (value !== undefined) query.set(key, String(value))
  }
  return query.size === 0 ? '' : `?${query}`
}

export function graphChoices(query: URLSearchParams): GraphChoices {
  return chosen({
    steps: whole(query, 'steps', 3),
    tag: word(query, 'tag'),
    folder: word(query, 'folder'),
    relation: word(query, 'relation'),
    without: query.has('without') ? [...new Set(query.getAll('without'))] : undefined,
    until: day(query, 'until'),
    find: word(query, 'find'),
    groups: flag(query, 'groups'),
  })
}

export function hubChoices(query: URLSearchParams): HubChoices {
  return chosen({
    days: whole(query, 'days', 3660),
    lately: flag(query, 'lately'),
    of: word(query, 'of'),
    tag: word(query, 'tag'),
  })
}

export function decisionChoices(query: URLSearchParams): DecisionChoices {
  return chosen({ status: query.get('status') ?? undefined, find: word(query, 'find') })
}

export function kindChoices(query: URLSearchParams): KindChoices {
  return chosen({ sort: word(query, 'sort'), status: query.get('status') ?? undefined, find: word(query, 'find') })
}

function chosen<T extends Readonly<Record<string, Value>>>(all: T): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>
}

function word(query: URLSearchParams, key: string): string | undefined {
  return query.get(key) || undefined
}

function flag(query: URLSearchParams, key: string): true | undefined {
  return query.get(key) === 'yes' ? true : undefined
}

function day(query: URLSearchParams, key: string): string | undefined {
  const value = query.get(key)
  return value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined
}

/** From 1 to `most`; anything else is as if it were not there. */
function whole(query: URLSearchParams, key: string, most: number): number | undefined {
  const value = query.get(key)
  if (value === null || !/^\d{1,6}$/.test(value)) return undefined
  return Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined
}
