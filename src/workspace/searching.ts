import type { SearchAnswer } from '../core/answers.ts'
import { readableBody } from '../core/plain.ts'
import { readQuery } from '../core/query/read.ts'
import { linesAround, type Sought, snippetOf } from '../core/snippets.ts'
import type { Vault } from '../core/vault.ts'
import type { Database } from '../index/database.ts'
import { linksAtRows } from '../index/link-rows.ts'
import { askingOf } from '../index/search/asking.ts'
import { leadsTo, placeIn } from '../index/search/leads.ts'
import { find, type Hit } from '../index/search.ts'

/** Notes that lead to the hits, at most; they take no place of a hit. */
const LEADS = 5

/** Finds notes, and cuts from the texts of those that are shown what is shown of them. */
export class Searching {
  readonly #vault: Vault
  readonly #db: () => Database
  readonly #today: () => string

  constructor(vault: Vault, db: () => Database, today: () => string) {
    this.#vault = vault
    this.#db = db
    this.#today = today
  }

  /** @throws {UserError} when the search cannot be carried out, with what to do instead */
  async search(text: string, limit: number): Promise<SearchAnswer[]> {
    const query = readQuery(text)
    const db = this.#db()
    const { found, leads } = db.read(() => {
      const found = find(askingOf(db, this.#today()), query, limit)
      const best = found.words.length === 0 ? [] : found.hits
      return { found, leads: leadsTo(db, best, found.noLeads, Math.min(limit - found.hits.length, LEADS)) }
    })
    // What cannot be read has no snippet.
    const texts = await this.#vault.readTexts(found.hits.map(({ path }) => path))
    const { words, lastIsBegun: begins, languages } = found
    const sought = { words, begins, languages }
    return [...found.hits.map((hit, at) => this.#answer(hit, texts[at] ?? '', sought)), ...leads]
  }

  #answer({ path, title, kind, score, via, called, missing }: Hit, whole: string, sought: Sought): SearchAnswer {
    const { at = null, ...range } = linesAround(whole, sought)
    const cut = { before: range.from > 0, after: range.to < whole.length }
    const body = readableBody(whole.slice(range.from, range.to))
    const { text: snippet, marks } = snippetOf(body, sought, cut)
    const said = marks.length === 0 && called !== null ? this.#saidOf(called) : undefined
    return { path, title, kind, score, snippet, marks, via, from: null, ...said, leads: null, missing, at }
  }

  /** The sentence in which another note calls it so. */
  #saidOf(row: number): Pick<SearchAnswer, 'snippet' | 'marks' | 'from'> | undefined {
    const link = linksAtRows(this.#db(), [row]).get(row)
    return link && { snippet: link.sentence, marks: [placeIn(link, link.end)], from: link.source }
  }
}
