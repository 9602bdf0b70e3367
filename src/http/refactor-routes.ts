import { createRoute, z } from '@hono/zod-openapi'
import * as schemas from './refactor-schemas.ts'
import { answers, asks, asksWith, failures, limit, notePathParam, tells } from './routes.ts'

/** The routes for operations on many notes, and for the history that takes them back. */

function changesMany<B extends z.ZodType, P extends string>(where: P, body: B, summary: string) {
  return createRoute({
    method: 'post',
    path: `/api/${where}` as const,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: {
      200: answers(schemas.refactorAnswer, 'It is done'),
      409: answers(schemas.refactorAnswer, 'Nothing is done: a note changed meanwhile, or cannot be written'),
      ...failures,
    },
  })
}

export const plan = asksWith(
  'plan',
  schemas.refactorRequest,
  schemas.planAnswer,
  'What a rename, move, merge or the like would change',
)
export const refactor = changesMany(
  'refactor',
  schemas.refactorRequest,
  'A rename, move, merge or the like, with every link following, all or nothing',
)
export const adoptRename = changesMany(
  'adopt-rename',
  schemas.adoptRequest,
  'Links follow a note or folder that another program renamed',
)
export const planAdoption = asksWith(
  'plan-adoption',
  schemas.adoptRequest,
  schemas.planAnswer,
  'What would change if links followed a note or folder that another program renamed',
)
export const renames = asks(
  'renames',
  z.object({}),
  z.array(schemas.renamedEvent),
  'What other programs renamed and links still call by the old name, oldest first',
)
export const dismissRename = asksWith(
  'dismiss-rename',
  schemas.adoptRequest,
  z.array(schemas.renamedEvent),
  'Links stay as they are, and it is not offered again; answers what still is',
)
export const undo = asksWith(
  'undo',
  schemas.undoRequest,
  schemas.undoAnswer,
  'Takes an operation back; the last one when none is named',
)
export const operations = asks(
  'operations',
  z.object({ limit: limit.default(50) }),
  z.array(schemas.operationAnswer),
  'What was done, newest first',
)
export const versions = asks(
  'versions',
  z.object({ path: notePathParam }),
  z.array(schemas.versionAnswer),
  'The earlier texts of a note, newest first',
)
export const version = asks(
  'version',
  z.object({ path: notePathParam, revision: z.string().min(1) }),
  schemas.historyAnswer,
  'One earlier text',
)
export const restore = tells(
  'post',
  'restore',
  schemas.restoreRequest,
  'An earlier text comes back, also of a note that was deleted',
)
export const reading = asksWith(
  'reading',
  schemas.readingRequest,
  schemas.readingAnswer,
  'Stops the reading of many notes, or goes on with it',
)
export const settings = asks('settings', z.object({}), schemas.settingsAnswer, 'What the user chose for the vault')
export const changeSettings = createRoute({
  method: 'put',
  path: '/api/settings',
  summary: 'Other choices; a narrower history lets go of its oldest texts',
  request: { body: { required: true, content: { 'application/json': { schema: schemas.settings } } } },
  responses: { 200: answers(schemas.settingsAnswer, 'They hold'), ...failures },
})
export const trash = asks(
  'trash',
  z.object({ limit: limit.default(200) }),
  z.array(schemas.trashAnswer),
  'Notes that were deleted, newest first',
)
