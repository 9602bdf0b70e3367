import { z } from '@hono/zod-openapi'
import type * as answers from '../core/answers.ts'
import type { TemplateAnswer } from '../core/templates/answers.ts'
import type { Plain } from './plain.ts'
import type * as requests from './types.ts'

/**
 * What goes over the wire, said once more for machines: requests are checked by these, answers are described by them.
 * `Describes` makes the compiler prove that both sayings agree.
 */
export type Describes<T> = z.ZodType<Plain<T>>

const text = z.string()
/** A path, a title, a name: longer than any that somebody means. */
const short = text.max(4096)
const count = z.number().int().nonnegative()
const orNull = text.nullable()

/** An ISO date. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written as 2026-03-29')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'there is no such day')

const position = z
  .object({ line: count, column: count, offset: count })
  .openapi('Position') satisfies Describes<answers.Position>

const form = z.enum(['mention', 'bare', 'wikilink', 'embed', 'markdown', 'frontmatter'])

const summary = { path: text, title: text, kind: orNull, date: text, modified: text }

export const islandSummary = z
  .object({ ...summary, fine: z.boolean() })
  .openapi('Island') satisfies Describes<answers.IslandSummary>

export const noteSummary = z.object(summary).openapi('NoteSummary') satisfies Describes<answers.NoteSummary>

export const vaultAnswer = z
  .object({ name: text, folder: text, notes: count, version: count })
  .openapi('Vault') satisfies Describes<answers.VaultAnswer>

export const folderAnswer = z
  .object({
    folder: text,
    folders: z.array(z.object({ path: text, name: text, notes: count })),
    notes: z.array(noteSummary),
  })
  .openapi('Folder') satisfies Describes<answers.FolderAnswer>

export const noteAnswer = z
  .object({
    ...summary,
    text,
    revision: text,
    readOnly: orNull,
    aliases: z.array(text),
    tags: z.array(text),
  })
  .openapi('Note') satisfies Describes<answers.NoteAnswer>

export const saveAnswer = z
  .union([
    z.object({ saved: z.literal(true), path: text, revision: text, cursor: count.optional() }),
    z.object({ saved: z.literal(false), reason: z.literal('conflict'), text: orNull, revision: orNull }),
    z.object({ saved: z.literal(false), reason: z.literal('exists'), existing: text }),
    z.object({ saved: z.literal(false), reason: z.literal('refused'), message: text }),
  ])
  .openapi('Save') satisfies Describes<answers.SaveAnswer>

export const backlinkAnswer = z
  .object({
    source: text,
    title: text,
    kind: orNull,
    date: text,
    position,
    form,
    relation: orNull,
    inverse: orNull,
    reason: orNull,
    context: text,
    contextFrom: count,
    contextTo: count,
    modified: text,
    ambiguous: z.boolean(),
  })
  .openapi('Backlink') satisfies Describes<answers.BacklinkAnswer>

export const linkAnswer = z
  .object({
    source: text,
    position,
    end: count,
    form,
    target: text,
    fragment: orNull,
    text: orNull,
    relation: orNull,
    reason: orNull,
    context: text,
    resolved: orNull,
    title: orNull,
    kind: orNull,
    ambiguous: z.boolean(),
  })
  .openapi('Link') satisfies Describes<answers.LinkAnswer>

export const headingAnswer = z
  .object({ level: count, text, offset: count })
  .openapi('Heading') satisfies Describes<answers.HeadingAnswer>

export const passageAnswer = z
  .object({ ...summary, text, offset: count, found: z.boolean() })
  .openapi('Passage') satisfies Describes<answers.PassageAnswer>

export const nameAnswer = z
  .object({
    path: text,
    title: text,
    kind: orNull,
    name: text,
    target: text,
    matched: z.array(count),
    plain: z.boolean(),
    alike: z.boolean(),
  })
  .openapi('Name') satisfies Describes<answers.NameAnswer>

export const resolveAnswer = z
  .object({ path: orNull, title: orNull, kind: orNull, ambiguous: z.boolean(), to: z.number().int() })
  .openapi('Resolved') satisfies Describes<answers.ResolveAnswer>

export const searchAnswer = z
  .object({
    path: text,
    title: text,
    kind: orNull,
    score: z.number(),
    snippet: text,
    marks: z.array(z.tuple([count, count])),
    via: z.enum(['text', 'title', 'tag', 'link']),
    from: orNull,
    leads: z.enum(['to', 'from']).nullable(),
    missing: z.array(text),
    at: count.nullable(),
  })
  .openapi('SearchHit') satisfies Describes<answers.SearchAnswer>

export const savedSearch = z
  .object({ q: text.min(1).max(1000), name: text.max(200).optional() })
  .openapi('SavedSearch') satisfies Describes<answers.SavedSearchAnswer>

export const templateAnswer = z
  .object({ kind: orNull, path: orNull, title: orNull, folder: text })
  .openapi('Template') satisfies Describes<TemplateAnswer>

export const tagAnswer = z.object({ tag: text, notes: count }).openapi('Tag') satisfies Describes<answers.TagAnswer>

export const taskAnswer = z
  .object({
    path: text,
    line: count,
    text,
    done: z.boolean(),
    due: orNull,
    tags: z.array(text),
  })
  .openapi('Task') satisfies Describes<answers.TaskAnswer>

export const hubAnswer = z
  .object({ path: text, title: text, kind: orNull, backlinks: count, sources: count })
  .openapi('Hub') satisfies Describes<answers.HubAnswer>

export const unresolvedAnswer = z
  .object({ target: text, links: count, sources: z.array(text) })
  .openapi('Unresolved') satisfies Describes<answers.UnresolvedAnswer>

export const errorAnswer = z
  .object({
    error: z.object({
      kind: z.enum(['not-found', 'ambiguous', 'invalid', 'refused', 'internal']),
      message: text,
      candidates: z.array(text).optional(),
      proposal: text.optional(),
    }),
  })
  .openapi('Error')

export const saveRequest = z
  .object({ path: short, text, base: short })
  .openapi('SaveRequest') satisfies Describes<requests.SaveRequest>

export const createRequest = z
  .object({
    title: short,
    folder: short.optional(),
    kind: short.optional(),
    template: short.optional(),
    text: text.optional(),
  })
  .openapi('CreateRequest')

export const deleteRequest = z
  .object({ path: short, base: short })
  .openapi('DeleteRequest') satisfies Describes<requests.DeleteRequest>

export const resolveRequest = z
  .object({
    path: short,
    links: z.array(z.object({ keys: z.array(z.object({ key: short, to: z.number().int() })).max(200) })).max(5000),
  })
  .openapi('ResolveRequest') satisfies Describes<requests.ResolveRequest>
