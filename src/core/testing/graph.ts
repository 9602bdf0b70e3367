import { type ChainGraph, NONE } from '../chain/graph.ts'
import { type Meaning, meaningOf } from '../chain/meaning.ts'

export interface DrawnLink {
  readonly from: number
  readonly to: number
  readonly relation: string | null
  readonly reason: string | null
}

export interface DrawnNote {
  readonly name: string
  readonly kind: string | null
  readonly at: number
}

/**
 * A graph as a picture, one link a line; a note's kind and year stand behind its name where it first comes:
 *
 *     Slides (task) --depends on: the last slide needs a price--> Tiers (task 2026)
 *     Tiers --builds on--> Gap (idea)
 *     Slides --> Reading room
 */
export function readGraph(drawn: string): DrawnGraph {
  const notes: DrawnNote[] = []
  const links: DrawnLink[] = []
  const numberOf = (written: string): number => {
    const [, name = '', kind, year] = /^(.*?)(?: \(([a-z]+)?(?: ?(\d{4}))?\))?$/.exec(written.trim()) ?? []
    const known = notes.findIndex((note) => note.name === name)
    if (known >= 0) return known
    return notes.push({ name, kind: kind ?? null, at: Number(year ?? 0) }) - 1
  }
  for (const line of drawn.split('\n').filter((each) => each.trim() !== '')) {
    const parts = /^(.*?) --(?:(.*?)(?:: (.*?))?--)?> (.*)$/.exec(line.trim())
    if (parts === null) {
      numberOf(line)
      continue
    }
    const [, from = '', relation = null, reason = null, to = ''] = parts
    links.push({ from: numberOf(from), to: numberOf(to), relation, reason })
  }
  return new DrawnGraph(notes, links)
}

/** A graph held in lists, the slow and plain way. */
export class DrawnGraph implements ChainGraph {
  readonly notes: readonly DrawnNote[]
  readonly links: readonly DrawnLink[]

  constructor(notes: readonly DrawnNote[], links: readonly DrawnLink[]) {
    this.notes = notes
    this.links = links
  }

  numberOf(name: string): number {
    const at = this.notes.findIndex((note) => note.name === name)
    if (at < 0) throw new Error(`The picture has no ${name}`)
    return at
  }

  get size(): number {
    return this.notes.length
  }
  isNote(): boolean {
    return true
  }
  firstFrom(note: number): number {
    return this.#next(0, ({ from }) => from === note)
  }
  nextFrom(link: number): number {
    return this.#next(link + 1, ({ from }) => from === this.source(link))
  }
  firstTo(note: number): number {
    return this.#next(0, ({ to }) => to === note)
  }
  nextTo(link: number): number {
    return this.#next(link + 1, ({ to }) => to === this.target(link))
  }
  source(link: number): number {
    return this.#link(link).from
  }
  target(link: number): number {
    return this.#link(link).to
  }
  meaning(link: number): Meaning {
    return meaningOf(this.#link(link).relation)
  }
  hasReason(link: number): boolean {
    return this.#link(link).reason !== null
  }
  place(link: number): number {
    return link
  }
  path(note: number): string {
    return this.notes[note]?.name ?? ''
  }
  kind(note: number): string | null {
    return this.notes[note]?.kind ?? null
  }
  at(note: number): number {
    return this.notes[note]?.at ?? 0
  }

  #link(link: number): DrawnLink {
    const found = this.links[link]
    if (found === undefined) throw new Error(`There is no link ${link}`)
    return found
  }

  #next(from: number, is: (link: DrawnLink) => boolean): number {
    for (let at = from; at < this.links.length; at++) if (is(this.#link(at))) return at
    return NONE
  }
}
