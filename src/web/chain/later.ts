import { later, laterOver } from '../ui/later.tsx'

/** Pages that are opened now and then. */
export const BetweenView = laterOver(async () => (await import('./between.tsx')).BetweenView)
export const DecisionsView = later(async () => (await import('../decisions/decisions-view.tsx')).DecisionsView)
/** With the library that draws, which is large. */
export const GraphView = later(async () => (await import('../graph/graph-view.tsx')).GraphView)
