import type { ChainGraph } from './graph.ts'
import { type Step, saysWhy, stepsFrom, type Way } from './steps.ts'

/** The best single chain: at each note the best step, as long as links say why; where the start has only plain links, one of those. */
export function chainLine(graph: ChainGraph, start: number, way: Way, longest: number): Step[] {
  const line: Step[] = []
  const seen = new Set([start])
  let from = start
  while (line.length < longest) {
    const step = stepsFrom(graph, from, way).find(({ note }) => !seen.has(note))
    if (step === undefined || (!saysWhy(graph, step.link) && from !== start)) break
    line.push(step)
    if (!saysWhy(graph, step.link)) break
    seen.add(step.note)
    from = step.note
  }
  return line
}
