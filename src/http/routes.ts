import { createRoute, z } from '@hono/zod-openapi'
import * as schemas from './schemas.ts'

/** Every route of `types.ts`, as a value: what it takes, what it answers, what it is for. */

export const notePathParam = z
  .string()
  .min(1)
  .openapi({ param: { name: 'path', in: 'query' }, example: 'tasks/Client presentation.md' })
export const limit = z.coerce.number().int().min(1).max(1000)

const failure = {
  description: 'What went wrong, and what to do',
  content: { 'application/json': { schema: schemas.errorAnswer } },
}
export const failures = { 400: failure, 403: failure, 404: failure, 500: failure } as const

export function answers<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** @param where what is asked, as in `/api/recent` */
export function asks<P extends string, Q extends z.ZodObject, S extends z.ZodType>(
  where: P,
  query: Q,
  answer: S,
  summary: string,
) {
  return createRoute({
    method: 'get',
    path: `/api/${where}` as const,
    summary,
    request: { query },
    responses: { 200: answers(answer, summary), ...failures },
  })
}

/** A question too large for an address. @param where what is asked, as in `/api/plan` */
export function asksWith<P extends string, B extends z.ZodType, S extends z.ZodType>(
  where: P,
  body: B,
  answer: S,
  summary: string,
) {
  return createRoute({
    method: 'post',
    path: `/api/${where}` as const,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: { 200: answers(answer, summary), ...failures },
  })
}

export function tells<M extends 'put' | 'post' | 'delete', P extends string, B extends z.ZodType>(
  method: M,
  where: P,
  body: B,
  summary: string,
) {
  return createRoute({
    method,
    path: `/api/${where}` as const,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: {
      200: answers(schemas.saveAnswer, 'It is written'),
      409: answers(schemas.saveAnswer, 'It is not written: somebody else was first, or it cannot be'),
      ...failures,
    },
  })
}

const none = z.object({})
const path = notePathParam
const ofNote = z.object({ path })

export const vault = asks('vault', none, schemas.vaultAnswer, 'The vault that is open')
export const folder = asks(
  'folder',
  z.object({ path: z.string().default('') }),
  schemas.folderAnswer,
  'Notes and folders in a folder; the empty path is the root',
)
export const recent = asks(
  'recent',
  z.object({ limit: limit.default(20) }),
  z.array(schemas.noteSummary),
  'Notes by the time of their last change',
)
export const note = asks('note', ofNote, schemas.noteAnswer, 'A note for reading and editing')
export const backlinks = asks('backlinks', ofNote, z.array(schemas.backlinkAnswer), 'Who links to a note, and why')
export const links = asks('links', ofNote, z.array(schemas.linkAnswer), 'The links of a note')
export const headings = asks('headings', ofNote, z.array(schemas.headingAnswer), 'The headings of a note')
export const passage = asks(
  'passage',
  z.object({ path, fragment: z.string().optional() }),
  schemas.passageAnswer,
  'A note, or the section or block that a fragment names',
)
export const block = asks(
  'block',
  z.object({ path, offset: z.coerce.number().int().min(0) }),
  schemas.passageAnswer,
  'The block around an offset',
)
export const names = asks(
  'names',
  z.object({ q: z.string().max(500).default(''), from: z.string().optional(), limit: limit.default(20) }),
  z.array(schemas.nameAnswer),
  'Notes by what is typed of a name; recent ones when nothing is',
)
export const search = asks(
  'search',
  z.object({ q: z.string(), limit: limit.default(20) }),
  z.array(schemas.searchAnswer),
  'Notes that a search finds, best first, then notes that lead to them',
)
export const searches = asks('searches', none, z.array(schemas.savedSearch), 'Searches that are kept at hand')
export const saveSearch = asksWith(
  'save-search',
  schemas.savedSearch,
  z.array(schemas.savedSearch),
  'Keeps a search at hand',
)
export const forgetSearch = asksWith(
  'forget-search',
  schemas.savedSearch,
  z.array(schemas.savedSearch),
  'Keeps a search no longer',
)
export const templates = asks('templates', none, z.array(schemas.templateAnswer), 'What a new note can start from')
export const tags = asks('tags', none, z.array(schemas.tagAnswer), 'Every tag')
export const tagged = asks(
  'tagged',
  z.object({ tag: z.string().min(1) }),
  z.array(schemas.noteSummary),
  'Notes with a tag, or one below it',
)
export const hubs = asks(
  'hubs',
  z.object({ limit: limit.default(50) }),
  z.array(schemas.hubAnswer),
  'The notes that many notes link to',
)
export const islands = asks('islands', none, z.array(schemas.islandSummary), 'Notes without links either way')
export const unresolved = asks('unresolved', none, z.array(schemas.unresolvedAnswer), 'Names that no note has yet')

export const save = tells(
  'put',
  'note',
  schemas.saveRequest,
  'Writes a note, if its text is still the one it was made from',
)
export const create = tells('post', 'note', schemas.createRequest, 'Makes a note')
export const remove = tells(
  'delete',
  'note',
  schemas.deleteRequest,
  'Deletes a note, if its text is still the one that was seen',
)
export const daily = createRoute({
  method: 'post',
  path: '/api/daily',
  summary: "The note of a day, made when there is none; today's unless a day is given",
  request: { query: z.object({ day: schemas.day.optional() }) },
  responses: { 200: answers(schemas.saveAnswer, "Today's note"), ...failures },
})
export const resolve = createRoute({
  method: 'post',
  path: '/api/resolve',
  summary: 'What the links of an unsaved text mean now',
  request: { body: { required: true, content: { 'application/json': { schema: schemas.resolveRequest } } } },
  responses: { 200: answers(z.array(schemas.resolveAnswer), 'One answer for each link'), ...failures },
})
