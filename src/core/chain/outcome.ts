/** What came of a note: everything that rests on it, by links that say why. */
import type { ChainGraph } from './graph.ts'
import { compareLinks, eachStep, type Step, saysWhy } from './steps.ts'

/** A note that follows, with the note before it on the way and the link between them. */
export interface Follower extends Step {
  readonly from: number
  /** Steps from the start. */
  readonly distance: number
}

/**
 * The nearest first; a note that supersedes is among them, but what follows from it came of that one, not of what it put an end to.
 * @param most how many at most
 */
export function followersOf(graph: ChainGraph, start: number, most: number): Follower[] {
  const found = new Map<number, Follower>()
  let level = [start]
  for (let distance = 1; level.length > 0 && found.size < most; distance++) {
    const next = new Map<number, Follower>()
    for (const from of level)
      eachStep(graph, from, 'down', (note, link) => {
        if (note === start || found.has(note) || !saysWhy(graph, link)) return
        const known = next.get(note)
        if (known === undefined || compareLinks(graph, link, known.link) < 0)
          next.set(note, { note, link, from, distance })
      })
    for (const [note, follower] of next) if (found.size < most) found.set(note, follower)
    level = [...next.values()].filter((follower) => !supersedes(graph, follower)).map(({ note }) => note)
  }
  return [...found.values()]
}

/** Whether a note puts an end to the one before it. */
export function supersedes(graph: ChainGraph, { link }: Step): boolean {
  return ['supersedes', 'superseded by'].includes(graph.meaning(link).relation ?? '')
}

/** The notes that link here plainly and no other way, the newest first. */
export function mentionersOf(graph: ChainGraph, start: number): Step[] {
  const plain = new Map<number, number>()
  const reasoned = new Set<number>()
  eachStep(graph, start, 'down', (note, link) => {
    if (saysWhy(graph, link)) reasoned.add(note)
    else if (!plain.has(note) || graph.place(link) < graph.place(plain.get(note) as number)) plain.set(note, link)
  })
  return [...plain]
    .filter(([note]) => !reasoned.has(note))
    .map(([note, link]) => ({ note, link }))
    .sort((a, b) => graph.at(b.note) - graph.at(a.note) || (graph.path(a.note) < graph.path(b.note) ? -1 : 1))
}
