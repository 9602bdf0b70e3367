/** One step of a chain: from a note along its links to the next, and in which order the next ones come. */
import { compareText } from '../resolve.ts'
import { type ChainGraph, NONE } from './graph.ts'
import { leadsUp, Role, rungOf } from './meaning.ts'

export type Way = 'up' | 'down'

/** A note next to another, by the best of the links between them that lead this way. */
export interface Step {
  readonly note: number
  readonly link: number
}

/** Calls back for each link that leads from a note this way, with the note it leads to; several for one note where there are several. */
export function eachStep(graph: ChainGraph, from: number, way: Way, visit: (note: number, link: number) => void): void {
  for (let link = graph.firstFrom(from); link !== NONE; link = graph.nextFrom(link))
    if (targetIsUp(graph, link) === (way === 'up')) visit(graph.target(link), link)
  for (let link = graph.firstTo(from); link !== NONE; link = graph.nextTo(link))
    if (targetIsUp(graph, link) !== (way === 'up')) visit(graph.source(link), link)
}

export function targetIsUp(graph: ChainGraph, link: number): boolean {
  const meaning = graph.meaning(link)
  if (meaning.role !== Role.along) return meaning.isForward
  return leadsUp(meaning, graph.kind(graph.source(link)), graph.kind(graph.target(link)))
}

/** The notes next to a note this way, each once, in order of rank. */
export function stepsFrom(graph: ChainGraph, from: number, way: Way): Step[] {
  const best = new Map<number, number>()
  eachStep(graph, from, way, (note, link) => {
    const known = best.get(note)
    if (known === undefined || compareLinks(graph, link, known) < 0) best.set(note, link)
  })
  const rank = new Map<number, number>()
  for (const [note, link] of best) rank.set(note, weightOf(graph, link, note, way))
  return [...best]
    .map(([note, link]) => ({ note, link }))
    .sort(
      (a, b) =>
        (rank.get(a.note) as number) - (rank.get(b.note) as number) ||
        graph.at(b.note) - graph.at(a.note) ||
        compareText(graph.path(a.note), graph.path(b.note)),
    )
}

/**
 * The ranking, in the order of what counts:
 *
 * 1. Links that rest on something, then those that run along, then other relations, then plain links: a reader asks why, and that is
 *    the order in which links answer.
 * 2. A relation with a reason before one without.
 * 3. The relation (see `meaning.ts`).
 * 4. The kind: up, from the task to what is known; down, from what is known to the task.
 * 5. What is newest, then the path, so that the order is always the same.
 */
function weightOf(graph: ChainGraph, link: number, note: number, way: Way): number {
  const rung = rungOf(graph.kind(note))
  const kind = rung > 4 ? 5 : way === 'up' ? rung : 4 - rung
  return answerOf(graph, link) * 10 + kind
}

function answerOf(graph: ChainGraph, link: number): number {
  const { role, order } = graph.meaning(link)
  return role * 20 + (role === Role.plain || graph.hasReason(link) ? 0 : 10) + order
}

/** Of several links between two notes the one that says most; of equals the first in the text. */
export function compareLinks(graph: ChainGraph, a: number, b: number): number {
  return (
    answerOf(graph, a) - answerOf(graph, b) ||
    compareText(graph.path(graph.source(a)), graph.path(graph.source(b))) ||
    graph.place(a) - graph.place(b)
  )
}

/** Whether a link says why it is there. */
export function saysWhy(graph: ChainGraph, link: number): boolean {
  return graph.meaning(link).role !== Role.plain
}
