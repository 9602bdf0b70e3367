import { z } from '@hono/zod-openapi'
import { asks, asksWith, limit, notePathParam } from './routes.ts'
import * as schemas from './suggest-schemas.ts'

/** The routes of suggestions; see `types.ts`. */

const path = notePathParam

export const mentions = asks(
  'mentions',
  z.object({ path, direction: z.enum(['incoming', 'outgoing']).default('incoming') }),
  z.array(schemas.mentionAnswer),
  'Places in plain words that name a note, or that name others in it',
)
export const island = asks(
  'island',
  z.object({ path }),
  schemas.islandAnswer,
  'The likeliest place in plain words that would link a note without links, if there is a good one',
)
export const related = asks(
  'related',
  z.object({ path, limit: limit.default(10) }),
  z.array(schemas.relatedAnswer),
  'Notes that hang together with a note and are not linked in it',
)
export const samples = asks(
  'samples',
  z.object({ phrase: z.string().min(1).max(500), path: z.string().optional(), limit: limit.default(20) }),
  z.array(schemas.sampleAnswer),
  'Sentences of other notes that say a phrase, the oldest note first',
)
export const suggest = asksWith(
  'suggest',
  schemas.suggestRequest,
  schemas.suggestAnswer,
  'What a passage brings to mind: the notes that it names, and what was written before about what it says',
)
export const dismissals = asks('dismissals', z.object({}), z.array(schemas.dismissal), 'What was dismissed')
export const dismiss = asksWith(
  'dismiss',
  schemas.dismissal,
  z.array(schemas.dismissal),
  'Dismisses a suggestion for good',
)
export const undismiss = asksWith('undismiss', schemas.dismissal, z.array(schemas.dismissal), 'Takes a dismissal back')
