import { z } from '@hono/zod-openapi'
import * as schemas from './chain-schemas.ts'
import { asks, asksWith, limit, notePathParam } from './routes.ts'

/** The routes for what only links make possible: chains, decisions, hubs over time, the graph. */

const path = notePathParam
const bound = (most: number) => z.coerce.number().int().min(1).max(most).optional()
const otherNote = (name: string) =>
  z
    .string()
    .min(1)
    .openapi({ param: { name, in: 'query' }, example: 'ideas/Pricing gap.md' })

export const chain = asks(
  'chain',
  z.object({ path, way: schemas.way, depth: bound(12), width: bound(1000) }),
  schemas.chainAnswer,
  'What a note rests on (up), or what follows from it (down), as a tree with reasons',
)
export const line = asks(
  'line',
  z.object({ path, way: schemas.way.default('up') }),
  z.array(schemas.lineStep),
  'The best single chain of a note',
)
export const paths = asks(
  'paths',
  z.object({ from: otherNote('from'), to: otherNote('to') }),
  schemas.pathsAnswer,
  'How two notes hang together',
)
export const outcome = asks('outcome', z.object({ path }), schemas.outcomeAnswer, 'What came of a note, with its tasks')
export const decisions = asks(
  'decisions',
  z.object({ limit: limit.default(200), status: z.string().optional(), words: z.string().optional() }),
  schemas.decisionsAnswer,
  'Decisions, newest first, with how much hangs on each; of one status, or the empty string for none; with words in their title',
)
export const hubTrends = asks(
  'hub-trends',
  z.object({
    limit: limit.default(100),
    days: z.coerce.number().int().min(1).max(3660).default(30),
    now: z.enum(['true', 'false']).default('false'),
    kind: z.string().optional(),
    tag: z.string().optional(),
  }),
  z.array(schemas.hubTrendAnswer),
  'The notes that most notes link to, with the last twelve periods of so many days; with now, by the current period alone',
)
export const cuts = asks(
  'cuts',
  z.object({ limit: limit.default(50) }),
  z.array(schemas.cutAnswer),
  'The notes without which others would fall apart',
)
export const waiting = asks(
  'waiting',
  z.object({ target: z.string().min(1), limit: limit.default(50) }),
  z.array(schemas.waitingAnswer),
  'The sentences that wait for a name that no note has',
)
export const graph = asks(
  'graph',
  z.object({
    path: z.string().optional(),
    depth: z.coerce.number().int().min(1).max(6).default(2),
    most: bound(20_000),
  }),
  schemas.graphAnswer,
  'Notes and links for a picture: around a note, or of the whole vault',
)
export const map = asks(
  'map',
  z.object({ path: z.string().optional() }),
  schemas.mapAnswer,
  'Where the notes of a picture were left: around a note, or of the whole vault',
)
export const keepMap = asksWith('map', schemas.mapRequest, schemas.mapAnswer, 'Keeps where the notes of a picture are')
